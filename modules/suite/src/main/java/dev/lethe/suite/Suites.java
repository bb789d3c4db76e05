package dev.lethe.suite;

import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.engine.Build;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.Experiments;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The door to suites. Every method throws a {@link dev.lethe.api.LetheException} with a message of
 * one line when it cannot do its work.
 */
public interface Suites {

  /**
   * Returns suites whose trials are processes.
   *
   * @param registry what is installed
   * @param experiments reads reports
   * @param bases finds what trials are made of
   * @param build tells programs apart that may compute something else
   * @param program the path of {@code bin/lethe}
   */
  static Suites of(
      ExtensionRegistry registry,
      Experiments experiments,
      SuiteBases bases,
      Build build,
      Path program) {
    return new LocalSuites(registry, experiments, bases, build, program);
  }

  /**
   * Reads the file of a suite, which may extend another.
   *
   * @throws dev.lethe.api.UsageException if a key is unknown or a value wrong; names its line
   */
  Suite read(ConfigSource source);

  /**
   * Reads a suite that stands in no file.
   *
   * @param name what messages call it
   */
  Suite read(String name, Map<String, Object> values);

  /**
   * Tells how far the trials are that are asked for; starts none. Also of those that run elsewhere,
   * followed by no process.
   *
   * @throws dev.lethe.api.UsageException if a setting of one is wrong
   */
  List<TrialProgress> status(SuiteRequest request);

  /**
   * Plans the trials that are asked for, to tell what they will need; starts none, and makes
   * nothing.
   *
   * @throws dev.lethe.api.UsageException if a setting of one is wrong
   */
  List<PlannedTrial> plan(SuiteRequest request);

  /** Returns the command that runs a trial, without the program. */
  List<String> command(SuiteRequest request, Trial trial);

  /**
   * Runs the trials that have not finished, the failed ones too. Those that a process before this
   * one has started and that still run are followed, and not started again.
   *
   * @return all that were asked for, as they are then
   * @throws dev.lethe.api.CancelledException if the thread was interrupted, or another process
   *     asked to cancel; the next call goes on
   * @throws dev.lethe.api.LetheException if another process runs the suite
   */
  List<TrialProgress> run(SuiteRequest request, SuiteListener listener);

  /** Asks the process that runs a suite to stop, or stops the trials that nobody follows. */
  Cancellation cancel(SuiteRequest request);

  /**
   * Sums up what the trials found that have finished, and writes it into the suite's folder.
   *
   * @param latex whether tables for a paper are written too
   * @param against a file of published numbers that the findings are laid beside, or null
   * @return what was written
   * @throws dev.lethe.api.UsageException if none has finished
   */
  SuiteReport report(SuiteRequest request, boolean latex, @Nullable ConfigSource against);

  /** Returns the folder of a suite: its state, the logs of its trials, and its report. */
  Path folder(SuiteRequest request);
}
