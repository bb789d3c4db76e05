package dev.lethe.experiment.plan;

import dev.lethe.api.settings.ByteSize;
import java.time.Duration;
import java.util.List;

/**
 * How much a run will need, roughly: before the model is read only its size is known.
 *
 * @param memory the most memory at a time
 * @param seconds of both attacks and of training
 */
record Estimate(ByteSize memory, double seconds) {
  private static final long RUNTIME_BYTES = 700L << 20;

  /** Original, defended copy, gradients and the two moments of AdamW. */
  private static final int COPIES = 5;

  private static final int BYTES_PER_WEIGHT = 4;

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
    long copies = defended ? COPIES : 1;
    long memory = RUNTIME_BYTES + inputs.model().bytes() * copies;
    return new Estimate(new ByteSize(memory), flop / speed);
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
