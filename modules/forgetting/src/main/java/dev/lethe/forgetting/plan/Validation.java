package dev.lethe.forgetting.plan;

import dev.lethe.api.LetheException;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.model.Component;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.Faults;
import dev.lethe.engine.config.MixedBlock;
import dev.lethe.engine.config.ModelSettings;
import dev.lethe.engine.extension.ExtensionFactory;
import dev.lethe.engine.extension.Planned;
import dev.lethe.engine.extension.SettingKeys;
import dev.lethe.engine.model.ModelFormat;
import dev.lethe.engine.model.ModelFormats;
import dev.lethe.forgetting.config.CaptionSettings;
import dev.lethe.forgetting.config.DefenseBlock;
import dev.lethe.forgetting.config.ForgettingConfig;
import dev.lethe.report.requirement.RequiredMetrics;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks the keys and values of a configuration against what is installed, and its names against
 * the people of whom there are pictures; reads no other data.
 */
public final class Validation {
  private final List<ExtensionInfo> installed;
  private final ExtensionFactory extensions;
  private final List<String> missing = new ArrayList<>();
  private final Faults faults = new Faults();

  /** Creates a validation. */
  public Validation(ExtensionFactory extensions, List<ExtensionInfo> installed) {
    this.extensions = extensions;
    this.installed = installed;
  }

  /**
   * Checks everything.
   *
   * @return the places of the settings that have to be given and are not
   * @throws LetheException if a key is unknown, or a value or a name wrong; names each
   */
  public List<String> missing(ForgettingConfig config) {
    missingSettings(config);
    ModelSettings model = config.settings().model();
    if (Files.exists(model.path())) {
      towers(config, new ModelFormats(extensions, installed).of(model));
    }
    new NameValidation(extensions, installed).check(config);
    return missing;
  }

  /**
   * Checks keys and values alone.
   *
   * @return the places of the settings that have to be given and are not
   * @throws LetheException if a key is unknown or a value wrong; names the first of each block
   */
  public List<String> missingSettings(ForgettingConfig config) {
    faults.in(() -> people(config));
    faults.in(() -> captions(config));
    if (config.candidates().own().file() == null) {
      faults.in(
          () -> mixed(NameSource.class, config.candidates(), config.candidates().own().source()));
    }
    faults.in(() -> roles(config));
    for (DefenseBlock defense : config.defense()) {
      faults.in(() -> block(BackdoorStrategy.class, defense.strategy()));
      defense
          .regularizers()
          .forEach(each -> faults.in(() -> block(Regularizer.class, each.block())));
    }
    config.attacks().forEach(attack -> faults.in(() -> block(PrivacyAttack.class, attack)));
    config.evaluations().forEach(evaluation -> faults.in(() -> evaluation(evaluation)));
    faults.in(() -> required(config));
    faults.requireNone(config.whole().places());
    return missing;
  }

  private static void required(ForgettingConfig config) {
    RequiredMetrics.check(
        config.general().require(),
        Stream.concat(config.attacks().stream(), config.evaluations().stream())
            .map(Block::name)
            .toList());
  }

  private void captions(ForgettingConfig config) {
    MixedBlock<CaptionSettings> captions = config.captions();
    if (captions != null && Roles.readsCaptions(config)) {
      mixed(CaptionSource.class, captions, captions.own().source());
    } else if (captions != null) {
      SettingKeys.check(extensions.info(CaptionSource.class, captions.own().source()), captions);
    }
  }

  private void evaluation(Block evaluation) {
    if (!SettingKeys.isOff(extensions.info(Evaluation.class, evaluation.name()), evaluation)) {
      block(Evaluation.class, evaluation);
    }
  }

  private void towers(ForgettingConfig config, ModelFormat model) {
    if (!model.info().components().containsAll(Set.of(Component.TEXT, Component.IMAGE))) {
      new TowerNeeds(
              complete(PrivacyAttack.class, config.attacks()),
              complete(Evaluation.class, config.evaluations()))
          .check(model);
    }
  }

  private <T> List<Planned<T>> complete(Class<T> contract, List<Block> blocks) {
    return blocks.stream()
        .filter(
            block -> SettingKeys.missing(extensions.info(contract, block.name()), block).isEmpty())
        .map(block -> extensions.create(contract, block))
        .toList();
  }

  private void people(ForgettingConfig config) {
    String source = config.people().own().source();
    if (AttackSubjectsReader.isNobody(config, extensions)) {
      SettingKeys.check(extensions.info(PeopleSource.class, source), config.people());
    } else {
      mixed(PeopleSource.class, config.people(), source);
    }
  }

  private void roles(ForgettingConfig config) {
    if (Roles.lacksCaptions(config)) {
      missing.add("captions");
    }
    if (Roles.lacksForget(config)) {
      missing.add(config.attacks().isEmpty() ? "forget.names" : "forget.count");
    }
    Roles.checkCount(config);
  }

  private void mixed(Class<?> contract, MixedBlock<?> block, String name) {
    SettingKeys.check(extensions.info(contract, name), block);
    block(contract, block.as(name));
  }

  private void block(Class<?> contract, Block block) {
    ExtensionInfo info = extensions.info(contract, block.name());
    missing.addAll(SettingKeys.missing(info, block));
  }
}
