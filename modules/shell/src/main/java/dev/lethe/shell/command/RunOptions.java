package dev.lethe.shell.command;

import dev.lethe.demo.DemoRequest;
import dev.lethe.demo.Towers;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.RunRequest;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands that run an experiment share. */
final class RunOptions {
  /** Where runs are if nobody says otherwise. */
  static final String RUNS = "runs";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = FolderPath.class,
      defaultValue = RUNS,
      description = "The folder of all runs (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of(RUNS);

  @Option(names = "--dry-run", description = "Check everything, say what would happen, and stop.")
  private boolean dryRun;

  @Option(
      names = "--redact",
      description =
          "Write nothing by which people can be told; their names are kept in ~/.lethe/keys.")
  private boolean redact;

  @Option(
      names = "--status",
      paramLabel = "FILE",
      description =
          "Write into this file how far the run is, as JSON, again and again, for programs that follow it.")
  private @Nullable Path status;

  @Option(
      names = "--wait",
      description = "Wait for another process that works on the same run, instead of failing.")
  private boolean wait;

  @Mixin private RequireOption require = new RequireOption();

  boolean dryRun() {
    return dryRun;
  }

  @Nullable Path status() {
    return status;
  }

  /** Returns whether it waits for its turn. */
  boolean inTurn() {
    return wait;
  }

  DemoRequest demo(ConfigSource config, List<String> overrides, Towers towers) {
    return new DemoRequest(config, overrides, out, redact, towers);
  }

  RunRequest request(ConfigSource config, List<String> overrides) {
    return new RunRequest(config, overrides, out, redact, require.requirements());
  }

  List<String> requirements() {
    return require.requirements();
  }
}
