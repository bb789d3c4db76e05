package dev.lethe.forgetting.run;

import dev.lethe.engine.extension.ExperimentContext;
import dev.lethe.engine.extension.Program;
import dev.lethe.engine.recipe.StageContext;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.forgetting.plan.ForgettingInputs;
import dev.lethe.report.Note;
import java.nio.file.Path;
import java.util.List;

/**
 * A run of this recipe.
 *
 * @param inputs what determines its results
 * @param notes what a reader must know of its inputs
 * @param stages of the run
 */
public record ForgettingRun(ForgettingInputs inputs, List<Note> notes, StageContext stages) {
  /** Copies the list. */
  public ForgettingRun {
    notes = List.copyOf(notes);
  }

  ExperimentContext context() {
    return stages.run();
  }

  RunLayout layout() {
    return stages.layout();
  }

  Program program() {
    return stages.program();
  }

  Path embeddings() {
    return stages.embeddings();
  }
}
