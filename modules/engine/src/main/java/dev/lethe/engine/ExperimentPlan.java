package dev.lethe.engine;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An experiment that is known to be possible: every name is resolved, every setting checked, every
 * file found. Holds on to its plugins, so that they stay as they are until this is closed.
 */
public interface ExperimentPlan extends AutoCloseable {

  /** Returns the name of the experiment. */
  String name();

  /** Returns the folder of the run, which the configuration, the model and the data determine. */
  Path directory();

  /** Returns whether this run has already finished, so that running it again only reads it. */
  boolean isFinished();

  /** Returns what is going to happen and what it will need, in lines for a person to read. */
  List<String> describe();

  /** Returns what it will need, roughly. */
  Needs needs();

  /**
   * Returns what is going to happen for programs: texts, numbers, truth values, lists and maps of
   * them. The documentation lists the keys.
   */
  Map<String, @Nullable Object> facts();

  /**
   * Runs what is not done yet, or finds the finished run of the same inputs. A run that was stopped
   * goes on after its last finished stage.
   *
   * @throws CancelledException if the thread was interrupted
   * @throws LetheException if the run fails, or another process works on it
   */
  RunResult run();

  /**
   * Does the same, and waits as long as another process works on it.
   *
   * @throws CancelledException if the thread was interrupted
   * @throws LetheException if the run fails
   */
  RunResult runInTurn();

  /** Returns what a person should know before the run starts; often empty. */
  List<String> warnings();

  @Override
  void close();
}
