package dev.lethe.shell.command;

import dev.lethe.suite.Suite;
import dev.lethe.suite.SuiteRequest;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which suite a command is about. */
final class SuiteOptions {
  @Parameters(index = "0", paramLabel = "SUITE", description = "A YAML file.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = FolderPath.class,
      defaultValue = RunOptions.RUNS,
      description = "The folder of all runs (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of(RunOptions.RUNS);

  Suite suite(Lethe lethe) {
    return lethe.suites().read(new ConfigFiles(lethe.home()).find(file));
  }

  Path out() {
    return out;
  }

  /** Returns the suite as it was run the last time. */
  SuiteRequest look(Lethe lethe) {
    return SuiteRequest.look(suite(lethe), out);
  }
}
