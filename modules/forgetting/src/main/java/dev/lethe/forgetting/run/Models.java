package dev.lethe.forgetting.run;

import dev.lethe.api.Progress;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.engine.embedding.CachingModel;
import dev.lethe.engine.embedding.EmbeddingStore;
import dev.lethe.engine.extension.ExperimentContext;
import dev.lethe.engine.model.PlannedModel;
import dev.lethe.engine.model.WeightHealth;
import dev.lethe.tensor.memory.MemoryBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The models of a run: the original and one defended form of it. Each is read when it is first
 * wanted, so that a run whose results are all known reads none.
 */
final class Models implements AutoCloseable {
  private static final long MOST_KEPT = 4L << 30;

  private final PlannedModel planned;
  private final ExperimentContext context;
  private final EmbeddingStore pictures;
  private final String program;
  private final int atATime;
  private @Nullable VisionLanguageModel original;
  private @Nullable List<String> warnings;
  private @Nullable VisionLanguageModel defended;
  private @Nullable VisionLanguageModel student;

  Models(ForgettingRun run) {
    planned = run.inputs().model();
    context = run.context();
    ByteSize most = run.inputs().config().general().maxMemory();
    program =
        "%s %s %s"
            .formatted(
                run.program().foundation(), context.precision(), most == null ? "" : most.bytes());
    atATime = run.inputs().defenses().isEmpty() ? 1 : 2;
    pictures = new EmbeddingStore(run.embeddings(), MOST_KEPT);
  }

  VisionLanguageModel original() {
    if (original == null) {
      Sound read =
          read(
              "reading the model",
              () -> planned.load(VisionLanguageModel.class, context.manager(), compute()));
      original = kept(read.model());
      if (warnings == null) {
        warnings = new ArrayList<>(read.model().provenance().warnings());
        warnings.addAll(read.health().doubts());
        warnings.forEach(context.progress()::message);
      }
    }
    return original;
  }

  /** Returns what work with a model may take, beside the other model that may be open meanwhile. */
  ByteSize memoryFor(VisionLanguageModel model) {
    long others = (atATime - 1) * MemoryBudget.bytes(model);
    return new ByteSize(Math.max(0, context.maxMemory().bytes() - others));
  }

  /** Returns what is suspicious about the original model, a sentence each. */
  List<String> warnings() {
    if (warnings == null) {
      original();
    }
    return List.copyOf(Objects.requireNonNull(warnings));
  }

  /** Returns the defended model, as it was saved: what is measured is what is shipped. */
  VisionLanguageModel defended(Path path) {
    closeStudent(); // only two models fit where memory is short
    if (defended == null) {
      defended = kept(read(path, "reading the defended model"));
    }
    return defended;
  }

  /**
   * Returns the defended model as it was trained.
   *
   * @param discarded what training gave parameters that were saved with other values
   */
  VisionLanguageModel student(Path path, Map<String, float[]> discarded) {
    if (discarded.isEmpty()) {
      return defended(path);
    }
    closeDefended();
    if (student == null) {
      student =
          read(
                  "reading the student",
                  () -> {
                    VisionLanguageModel model = load(path);
                    discarded.forEach((name, values) -> model.parameters().get(name).set(values));
                    return model;
                  })
              .model();
    }
    return student;
  }

  /** Reads an intermediate form; the caller closes it. */
  VisionLanguageModel read(Path path, String what) {
    return read(what, () -> load(path)).model();
  }

  private VisionLanguageModel load(Path path) {
    return planned.load(VisionLanguageModel.class, context.manager(), path, compute());
  }

  /** What is free is asked before a model is read, which would count as taken by others. */
  private ComputeOptions compute() {
    ByteSize most = context.maxMemory();
    return new ComputeOptions(
        context.precision(),
        parameters -> new MemoryBudget(most, atATime * parameters.bytes()).activations());
  }

  private Sound read(String what, Supplier<VisionLanguageModel> load) {
    try (Progress.Task task = context.progress().begin(what, 1)) {
      VisionLanguageModel model = load.get();
      try {
        WeightHealth health = WeightHealth.of(model);
        health.requireSound(model);
        task.advance(1);
        return new Sound(model, health);
      } catch (RuntimeException e) {
        model.close();
        throw e;
      }
    }
  }

  private VisionLanguageModel kept(VisionLanguageModel model) {
    return new CachingModel(model, pictures, program);
  }

  void closeOriginal() {
    if (original != null) {
      original.close();
      original = null;
    }
  }

  private void closeDefended() {
    if (defended != null) {
      defended.close();
      defended = null;
    }
  }

  private void closeStudent() {
    if (student != null) {
      student.close();
      student = null;
    }
  }

  @Override
  public void close() {
    closeOriginal();
    closeDefended();
    closeStudent();
  }

  /**
   * A model whose results mean something.
   *
   * @param health what its weights say, which is looked at once
   */
  private record Sound(VisionLanguageModel model, WeightHealth health) {}
}
