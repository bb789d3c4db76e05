package dev.lethe.forgetting.config;

import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.MixedBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * A strategy with its regularizers.
 *
 * @param strategy the strategy
 * @param regularizers by name, in the order of the configuration
 */
public record DefenseBlock(Block strategy, List<Weighted> regularizers) {

  /**
   * A regularizer with its factor in the loss.
   *
   * @param block the regularizer
   * @param weight its factor
   */
  public record Weighted(Block block, double weight) {}

  /** Copies the list. */
  public DefenseBlock {
    regularizers = List.copyOf(regularizers);
  }

  static List<DefenseBlock> read(List<DefenseSettings> settings, boolean isOneBlock) {
    List<DefenseBlock> blocks = new ArrayList<>();
    for (DefenseSettings each : settings) {
      blocks.add(read(each, isOneBlock ? "defense" : "defense[" + blocks.size() + "]"));
    }
    return blocks;
  }

  private static DefenseBlock read(DefenseSettings settings, String place) {
    List<Weighted> regularizers = new ArrayList<>();
    for (Block block : Block.named(settings.regularizers(), place + ".regularizers")) {
      var mixed = MixedBlock.read(RegularizerSettings.class, block.settings(), block.place());
      regularizers.add(new Weighted(mixed.as(block.name()), mixed.own().weight()));
    }
    Block strategy = new Block(settings.strategy(), settings.settings(), place + ".settings");
    return new DefenseBlock(strategy, regularizers);
  }
}
