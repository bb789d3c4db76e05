package dev.lethe.forgetting.plan;

import dev.lethe.api.settings.ByteSize;
import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.engine.model.PlannedModel;
import dev.lethe.tensor.memory.ChunkSize;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import dev.lethe.tensor.memory.MemoryBudget;
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

  /** Weights that every token meets, of all: those of the blocks, as ViT-B/32 shares them out. */
  private static final double TEXT_SHARE = 0.25;

  private static final double IMAGE_SHARE = 0.6;

  /** Of a text tower alone, which has the embeddings of a vocabulary beside its blocks. */
  private static final double ALONE_SHARE = 0.7;

  /** A little less than what docs/performance.md reports: not every core has AVX-512. */
  private static final double FLOPS_PER_CORE = 80e9;

  private static final double MINUTE = 60;

  static Estimate of(ForgettingInputs inputs) {
    GeneralSettings settings = inputs.config().general();
    return new Estimate(
        memory(inputs.model(), !inputs.defenses().isEmpty()),
        settings.maxMemory(),
        settings.device().startsWith("cuda") ? DeviceBatchLimits.GPU : DeviceBatchLimits.PROCESSOR,
        flop(inputs) / (FLOPS_PER_CORE * Runtime.getRuntime().availableProcessors()));
  }

  /**
   * Counts 2 for a weight and token; 8 in training: the teacher's pass, the student's, and back.
   * Embeddings of pictures are kept, so that they are computed once.
   */
  private static double flop(ForgettingInputs inputs) {
    double weights = inputs.model().bytes() / (double) BYTES_PER_WEIGHT;
    boolean both = inputs.model().towers().size() > 1;
    double text = weights * (both ? TEXT_SHARE : ALONE_SHARE);
    long images = inputs.attacks().isEmpty() ? 0 : inputs.audience().images();
    double pictures = weights * IMAGE_SHARE * TOKENS_PER_PICTURE * images;
    double prompts = text * TOKENS_PER_PROMPT * PROMPTS * inputs.audience().candidates().size();
    double training =
        inputs.defenses().stream()
            .mapToDouble(defense -> text * TOKENS_PER_CAPTION * samples(defense))
            .sum();
    int attacks = inputs.attacks().size() * (inputs.defenses().isEmpty() ? 1 : 2);
    return 2 * pictures + 2 * attacks * prompts + 8 * training;
  }

  private static ChunkSize memory(PlannedModel model, boolean defended) {
    double perTower = model.bytes() / (double) BYTES_PER_WEIGHT / model.towers().size();
    double width = Math.sqrt(perTower / (LAYERS * WEIGHTS_OF_BLOCK));
    double numbers = width * (defended ? LAYERS * KEPT : COMPUTED);
    long trained = defended ? TRAINED * model.bytes() / model.towers().size() : 0;
    return new ChunkSize(
        "this run",
        MemoryBudget.ENGINE + model.bytes() + trained,
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
    if (seconds < MINUTE) {
      return Math.max(1, Math.round(seconds)) + " s";
    }
    long minutes = Math.round(seconds / MINUTE);
    return minutes < 60 ? minutes + " min" : "%d h %d min".formatted(minutes / 60, minutes % 60);
  }
}
