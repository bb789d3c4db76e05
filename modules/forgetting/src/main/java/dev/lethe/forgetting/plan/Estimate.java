package dev.lethe.forgetting.plan;

import dev.lethe.api.method.Cost;
import dev.lethe.api.method.Workload;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.engine.model.PlannedModel;
import dev.lethe.tensor.memory.ChunkSize;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import dev.lethe.tensor.memory.MemoryBudget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a run will need, roughly: before the model is read only its size is known.
 *
 * @param memory what stays, and what is worked through at a time: a training's tokens, or the
 *     tokens of an attack
 * @param most what the run may take, or null where nobody has said it
 * @param saturation of the device, as far as it is known: {@code auto} is taken for the processor,
 *     since looking for a GPU starts the engine
 * @param seconds of both attacks and of training
 */
record Estimate(
    ChunkSize memory, @Nullable ByteSize most, DeviceBatchLimits saturation, double seconds) {
  private static final int BYTES_PER_WEIGHT = 4;

  /** As most text towers have. */
  private static final int LAYERS = 12;

  private static final int CONTEXT = 77;

  /** Weights of a block in squares of its width. */
  private static final int WEIGHTS_OF_BLOCK = 12;

  /** Numbers that a block makes of a token in widths: those it keeps for gradients, or all. */
  private static final int KEPT = 20;

  private static final int COMPUTED = 65;

  /** A little less than what docs/performance.md reports: not every core has AVX-512. */
  private static final double FLOPS_PER_CORE = 80e9;

  private static final double MINUTE = 60;

  static Estimate of(ForgettingInputs inputs) {
    GeneralSettings settings = inputs.config().general();
    return new Estimate(
        memory(inputs),
        settings.maxMemory(),
        settings.device().startsWith("cuda") ? DeviceBatchLimits.GPU : DeviceBatchLimits.PROCESSOR,
        ComputingTime.flop(inputs) / (FLOPS_PER_CORE * Runtime.getRuntime().availableProcessors()));
  }

  private static ChunkSize memory(ForgettingInputs inputs) {
    PlannedModel model = inputs.model();
    List<Cost> costs = new ArrayList<>();
    Workload workload = inputs.workload();
    inputs.defenses().forEach(each -> costs.add(each.strategy().extension().cost(workload)));
    inputs.attacks().forEach(each -> costs.add(each.extension().cost(workload)));
    double width =
        Math.sqrt(
            model.bytes()
                / (double) BYTES_PER_WEIGHT
                / model.towers().size()
                / (LAYERS * WEIGHTS_OF_BLOCK));
    double numbers =
        width * (costs.stream().anyMatch(cost -> cost.steps() > 0) ? LAYERS * KEPT : COMPUTED);
    long most = costs.stream().mapToLong(cost -> cost.memory().bytes()).max().orElse(0);
    return new ChunkSize(
        "this run",
        MemoryBudget.ENGINE + model.bytes() + most,
        (long) (BYTES_PER_WEIGHT * numbers),
        CONTEXT);
  }

  /** Returns whether the smallest chunk fits. */
  boolean fits() {
    return most == null || most.compareTo(memory.least()) >= 0;
  }

  /** Returns what is worked through at a time. */
  ByteSize working() {
    ByteSize bound = most == null ? new ByteSize(Long.MAX_VALUE) : most;
    int units = fits() ? memory.units(bound, saturation.textTokens()) : memory.smallest();
    return new ByteSize(units * memory.each());
  }

  /** Returns the most memory at a time. */
  ByteSize total() {
    return new ByteSize(memory.standing() + working().bytes());
  }

  /** Returns the time for a person to read. */
  String duration() {
    if (seconds < MINUTE) {
      return Math.max(1, Math.round(seconds)) + " s";
    }
    long minutes = Math.round(seconds / MINUTE);
    return minutes < 60 ? minutes + " min" : "%d h %d min".formatted(minutes / 60, minutes % 60);
  }
}
