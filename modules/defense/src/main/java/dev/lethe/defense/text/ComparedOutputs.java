package dev.lethe.defense.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TextOutput;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.tensor.Autograd;
import java.util.List;
import java.util.Objects;

/** What teacher and student make of texts, as the rows that the loss compares. */
final class ComparedOutputs {
  private final TextOutput output;
  private final boolean norms;
  private final TextEncoder teacher;
  private final TextArchitecture shape;

  ComparedOutputs(TextOutput output, VisionLanguageModel teacher) {
    this(output, false, teacher);
  }

  /**
   * Prepares to compute.
   *
   * @param norms whether layer norms are trained
   */
  ComparedOutputs(TextOutput output, boolean norms, VisionLanguageModel teacher) {
    this.output = output;
    this.norms = norms;
    this.teacher = teacher.text();
    shape = Objects.requireNonNull(teacher.architecture().text());
  }

  /** Returns the numbers in a row. */
  int size() {
    return switch (output) {
      case EMBEDDING -> teacher.dimension();
      case HIDDEN_STATES -> shape.contextLength() * shape.transformer().width();
    };
  }

  /** Returns how many tokens of a text are computed with. */
  int tokens(int[] text) {
    return switch (output) {
      case EMBEDDING -> text.length;
      case HIDDEN_STATES -> shape.contextLength();
    };
  }

  /** Returns whether a parameter has any part in the rows, and the method trains it. */
  boolean trains(ParameterInfo parameter) {
    return (norms || parameter.role() != ParameterRole.NORM)
        && (output == TextOutput.EMBEDDING || isInStates(parameter));
  }

  private boolean isInStates(ParameterInfo parameter) {
    boolean isLast =
        parameter.role() == ParameterRole.PROJECTION
            || (parameter.role() == ParameterRole.NORM && parameter.layer() < 0);
    return parameter.layer() < shape.transformer().layers() - shape.unread()
        && (!isLast || (shape.unread() == 0 && parameter.role() == ParameterRole.NORM));
  }

  /** Opens a student that starts as the teacher is. */
  TrainableEncoder<List<int[]>> student(List<int[]> occurring) {
    return switch (output) {
      case EMBEDDING -> teacher.trainable(occurring);
      case HIDDEN_STATES -> teacher.trainableStates(occurring);
    };
  }

  /**
   * Returns the teacher's rows, one after another.
   *
   * @param mostTokens of texts that are read in the full context at a time; what is read up to its
   *     end the teacher divides itself
   */
  float[] teacher(List<int[]> texts, int mostTokens) {
    int most =
        output == TextOutput.EMBEDDING
            ? texts.size()
            : Math.max(1, mostTokens / shape.contextLength());
    float[] rows = new float[texts.size() * size()];
    for (int from = 0; from < texts.size(); from += most) {
      List<int[]> some = texts.subList(from, Math.min(texts.size(), from + most));
      float[] part = computed(some);
      System.arraycopy(part, 0, rows, from * size(), part.length);
    }
    return rows;
  }

  private float[] computed(List<int[]> texts) {
    NDManager parent = teacher.parameters().arrays().get(0).getManager();
    try (NDManager scope = parent.newSubManager()) {
      return Autograd.withoutGradients(() -> rows(scope, texts).toFloatArray());
    }
  }

  private NDArray rows(NDManager scope, List<int[]> texts) {
    return switch (output) {
      case EMBEDDING -> teacher.forward(scope, teacher.parameters(), texts);
      case HIDDEN_STATES -> teacher.hiddenStates(scope, teacher.parameters(), texts);
    };
  }
}
