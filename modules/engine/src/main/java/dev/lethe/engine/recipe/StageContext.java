package dev.lethe.engine.recipe;

import dev.lethe.engine.extension.ExperimentContext;
import dev.lethe.engine.extension.Program;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.report.Provenance;
import java.nio.file.Path;

/** What the stages of a run know of it. */
public interface StageContext {

  /** Returns the result of a stage, from its file or by doing the work. */
  <T> T result(Stage<T> stage);

  /** Returns whether a stage of this run has been done. */
  boolean isDone(String stage);

  /** Makes a stage of this run be done again. */
  void forget(String stage);

  /** Returns the run as its extensions know it. */
  ExperimentContext run();

  /** Returns where the parts of the run are. */
  RunLayout layout();

  /** Returns the code that computes. */
  Program program();

  /** Returns the folder of embeddings that are kept. */
  Path embeddings();

  /**
   * Returns the provenance of what was found out until now.
   *
   * @param model the checkpoint that the run began with
   */
  Provenance provenance(Provenance.Source model);
}
