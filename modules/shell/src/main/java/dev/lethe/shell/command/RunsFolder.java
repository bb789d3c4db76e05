package dev.lethe.shell.command;

import dev.lethe.engine.Experiments;
import dev.lethe.engine.StoredRun;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where runs are looked up, and how each command that takes one understands its name. */
final class RunsFolder {
  /** Says how a run is named. */
  static final String NAMING =
      "A run: its id as 'lethe runs list' shows it, at least four characters of the beginning of the"
          + " id or of its hash, or its folder.";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = FolderPath.class,
      defaultValue = RunOptions.RUNS,
      description = "The folder of all runs (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of(RunOptions.RUNS);

  Path path() {
    return out;
  }

  StoredRun find(Experiments experiments, String run) {
    return experiments.find(out, run);
  }
}
