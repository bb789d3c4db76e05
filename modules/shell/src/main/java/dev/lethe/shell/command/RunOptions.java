package dev.lethe.shell.command;

import dev.lethe.experiment.ConfigSource;
import dev.lethe.experiment.RunRequest;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What commands that run an experiment share. */
final class RunOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "The folder of all runs (default: ${DEFAULT-VALUE}).")
  private @Nullable Path out;

  @Option(names = "--dry-run", description = "Check everything, say what would happen, and stop.")
  private boolean dryRun;

  @Option(
      names = "--redact",
      description = "Replace names by random pseudonyms in all files; the key is a separate file.")
  private boolean redact;

  boolean dryRun() {
    return dryRun;
  }

  RunRequest request(ConfigSource config, List<String> overrides) {
    return new RunRequest(config, overrides, out == null ? Path.of("runs") : out, redact);
  }
}
