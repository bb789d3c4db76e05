package dev.lethe.engine;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.settings.SettingInfo;
import dev.lethe.report.Report;
import java.nio.file.Path;
import java.util.List;

/**
 * The door to experiments: a configuration becomes a plan, a plan a run, a run a report. Every
 * method throws a {@link LetheException} with a message of one line when it cannot do its work.
 */
public interface Experiments {

  /**
   * Returns experiments on this machine.
   *
   * @param registry what is installed
   * @param build for the provenance of reports
   * @param user the folder of what only the user may see; it need not exist
   */
  static Experiments of(ExtensionRegistry registry, Build build, Path user) {
    return new LocalExperiments(registry, build, user);
  }

  /**
   * Checks a configuration against what is installed and, where it is there, the format of the
   * model; reads no weights and no pictures.
   *
   * @return the settings that still have to be given, such as {@code model.path}; empty when the
   *     configuration is complete
   * @throws UsageException if a key is unknown or a value wrong
   * @throws NotFoundException if it names an extension that is not installed
   */
  List<String> validate(ConfigSource config, List<String> overrides);

  /**
   * Checks what is asked for, what its metrics must be included, as {@link #validate(ConfigSource,
   * List)} checks a configuration.
   */
  List<String> validate(RunRequest request);

  /**
   * Describes the settings of an extension; those of a recipe are the keys at the top of a
   * configuration, of which every recipe knows the first.
   */
  List<SettingInfo> settings(ExtensionInfo info);

  /**
   * Reads all data that a configuration names, and decodes all pictures where their source can.
   *
   * @param out the folder of all runs, where what is found out about pictures is kept
   * @return what is there, in the order of the recipe
   * @throws UsageException if a key is unknown or a value wrong
   * @throws NotFoundException if it names an extension that is not installed
   */
  List<DataState> data(ConfigSource config, List<String> overrides, Path out, Progress progress);

  /** Lists the keys that a configuration may set, sorted, with those of what is installed. */
  List<ConfigKey> keys();

  /**
   * Finds out whether an experiment is possible; everything that can fail cheaply fails here.
   *
   * @param progress where plan and run say how far they are
   * @return a plan, to be closed
   * @throws UsageException if the configuration is wrong
   * @throws NotFoundException if a plugin, a file or a person that it names is missing
   */
  ExperimentPlan plan(RunRequest request, Progress progress);

  /** Lists the runs in a folder, sorted by id; empty when the folder does not exist. */
  List<StoredRun> list(Path out);

  /** Lists the ids of the runs in a folder, sorted; empty when the folder does not exist. */
  List<String> ids(Path out);

  /**
   * Finds the run that somebody names.
   *
   * @param out the folder of all runs
   * @param run its id, {@code name/hash}; at least four characters of the beginning of the id, or
   *     of the hash, where no other run's begins like it; or the path of its folder, which may lie
   *     elsewhere
   * @throws NotFoundException if there is no such run
   * @throws UsageException if several begin like this, or it is too short to tell
   */
  StoredRun find(Path out, String run);

  /**
   * Tells what goes with a run when it is removed, beyond its own files.
   *
   * @param withKey whether the key of a redacted run is to go too
   * @return sentences; empty if nothing is known to depend on it
   */
  List<String> consequences(StoredRun run, boolean withKey);

  /**
   * Removes a run and everything in its folder.
   *
   * @param withKey whether the key of a redacted run goes too; otherwise it stays, for copies of
   *     the run, if it tells who is who
   * @throws UsageException if its folder is a copy outside a folder of runs
   * @throws LetheException if a process works on it
   */
  void remove(StoredRun run, boolean withKey);

  /**
   * Reads the report of a finished run.
   *
   * @throws NotFoundException if the folder has none
   */
  Report read(Path directory);

  /**
   * Writes the readable reports of a finished run again, from its {@code report.json}. The files of
   * the run stay as they are.
   *
   * @param folder where to; created where it is missing
   * @return the files that were written
   * @throws UsageException if the folder is part of a run, or a file is in the way
   */
  List<Path> report(Path directory, Path folder);

  /** Returns a table in Markdown that compares the metrics of finished runs. */
  String compare(List<Path> directories);

  /**
   * Compares every file of a finished run with the manifest that was written with it. Needs neither
   * the original model nor photographs or plugins.
   *
   * @throws NotFoundException if there is no finished run
   * @throws LetheException if the run has no manifest, or a damaged one
   */
  Integrity check(Path directory, Progress progress);

  /**
   * Checks that the defended checkpoint of a finished run is the one in its report, and attacks it
   * again.
   *
   * @throws NotFoundException if the folder has no report, checkpoint or redaction key that is
   *     needed
   */
  Verification verify(Path directory, Progress progress);
}
