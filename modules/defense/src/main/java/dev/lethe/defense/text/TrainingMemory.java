package dev.lethe.defense.text;

import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.tensor.memory.ChunkSize;
import dev.lethe.tensor.memory.MemoryBudget;
import java.util.Objects;

/** What a training of the text tower takes. */
final class TrainingMemory {
  /** The values being trained, their gradients, two moments. */
  static final int TRAINED = 4;

  /** What of these is left when the model is copied at the end: values and gradients. */
  private static final int COPIED = 2;

  private TrainingMemory() {}

  /**
   * Adds up.
   *
   * @param longest the tokens of the longest text
   */
  static ChunkSize of(VisionLanguageModel teacher, ParameterSet trained, int longest) {
    long model = MemoryBudget.bytes(teacher);
    long training = TRAINED * MemoryBudget.bytes(trained);
    long copying = model + COPIED * MemoryBudget.bytes(trained);
    long standing = model + Math.max(training, copying);
    TextArchitecture text = Objects.requireNonNull(teacher.architecture().text());
    return new ChunkSize(
        "this training", MemoryBudget.ENGINE + standing, bytesOfToken(text, longest), longest);
  }

  /**
   * What a block keeps of a token for its gradient: the input and the norm's output before
   * attention and after it, q, k, v of every text that reads it, the attention of each head to each
   * other token, its result twice, and the MLP's hidden layer before and after its activation.
   */
  private static long bytesOfToken(TextArchitecture text, int longest) {
    TransformerShape shape = text.transformer();
    long values = 12L * shape.width() + (long) shape.heads() * longest + 2L * shape.mlpWidth();
    return shape.layers() * Float.BYTES * values;
  }
}
