package dev.lethe.experiment.plan;

import dev.lethe.api.settings.ByteSize;
import dev.lethe.experiment.config.ExperimentSettings;
import dev.lethe.tensor.memory.MemoryShares;
import dev.lethe.tensor.memory.Portion;
import dev.lethe.tensor.memory.Saturation;
import java.time.Duration;
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
record Estimate(Portion memory, @Nullable ByteSize most, Saturation saturation, double seconds) {
  private static final int BYTES_PER_WEIGHT = 4;

  /** What a tower that is trained takes more: its values, their gradients, AdamW's two moments. */
  private static final int TRAINED = 4;

  /** As most text towers have. */
  private static final int LAYERS = 12;

  private static final int CONTEXT = 77;

  /** Weights of a block in squares of its width. */
  private static final int WEIGHTS_OF_BLOCK = 12;

  /** Numbers that a block makes of a token in widths: those it keeps for gradients, or all. */
  private static final int KEPT = 20;

  private static final int COMPUTED = 65;

  /** A prompt has about 8 tokens, a picture about 50 patches, a caption about 15 tokens. */
  private static final double TOKENS_PER_PROMPT = 8;

  private static final double TOKENS_PER_PICTURE = 50;
  private static final double TOKENS_PER_CAPTION = 15;

  private static final double PROMPTS = 21;
  private static final double FLOPS_PER_CORE = 40e9;

  static Estimate of(RunInputs inputs) {
    double perTower =
        inputs.model().bytes() / (double) BYTES_PER_WEIGHT / inputs.model().towers().size();
    double attackTokens =
        inputs.audience().images() * TOKENS_PER_PICTURE
            + inputs.audience().candidates().size() * PROMPTS * TOKENS_PER_PROMPT;
    boolean defended = !inputs.defenses().isEmpty();
    double flop = 2 * perTower * attackTokens * inputs.attacks().size() * (defended ? 2 : 1);
    for (PlannedDefense defense : inputs.defenses()) {
      flop += 8 * perTower * TOKENS_PER_CAPTION * samples(defense);
    }
    double speed = FLOPS_PER_CORE * Runtime.getRuntime().availableProcessors();
    ExperimentSettings settings = inputs.config().settings();
    return new Estimate(
        memory(inputs.model(), perTower, defended),
        settings.maxMemory(),
        settings.device().startsWith("cuda") ? Saturation.GPU : Saturation.PROCESSOR,
        flop / speed);
  }

  private static Portion memory(PlannedModel model, double perTower, boolean defended) {
    double width = Math.sqrt(perTower / (LAYERS * WEIGHTS_OF_BLOCK));
    double numbers = width * (defended ? LAYERS * KEPT : COMPUTED);
    long trained = defended ? TRAINED * model.bytes() / model.towers().size() : 0;
    return new Portion(
        "this run",
        MemoryShares.ENGINE + model.bytes() + trained,
        (long) (BYTES_PER_WEIGHT * numbers),
        CONTEXT);
  }

  /** Returns whether the smallest portion fits. */
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

  /** Returns the texts of a training: steps times batch, where the settings name them so. */
  private static double samples(PlannedDefense defense) {
    var settings = defense.strategy().block().settings();
    double batch = 0;
    for (String key : List.of("clean-batch", "backdoor-batch")) {
      batch += settings.get(key) instanceof Number number ? number.doubleValue() : 128;
    }
    double steps = settings.get("steps") instanceof Number number ? number.doubleValue() : 400;
    return steps * batch;
  }

  /** Returns the time for a person to read. */
  String duration() {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    if (time.toMinutes() == 0) {
      return Math.max(1, time.toSeconds()) + " s";
    }
    return time.toHours() == 0
        ? time.toMinutes() + " min"
        : "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
  }
}
