package dev.lethe.shell.command;

import ai.djl.Device;
import dev.lethe.api.UsageException;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.suite.Suite;
import dev.lethe.suite.SuiteRequest;
import dev.lethe.tensor.FreeMemory;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the trials of a suite are run. */
final class JobOptions {
  private static final int MOST_JOBS = 256;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many trials run at a time; threads, memory and GPUs are divided among them"
              + " (default: ${DEFAULT-VALUE}).")
  private int jobs = 1;

  @Option(
      names = "--only",
      paramLabel = "KEY=VALUE",
      description = "Run the trials that have this value; may be given several times.")
  private List<String> only = List.of();

  @Option(names = "--fail-fast", description = "End with the first trial that fails.")
  private boolean failFast;

  SuiteRequest request(Suite suite, Path out, List<String> set) {
    if (jobs < 1 || jobs > MOST_JOBS) {
      throw new UsageException("--jobs must be 1 to %d (got %d)".formatted(MOST_JOBS, jobs));
    }
    return new SuiteRequest(suite, out, set, only, jobs, failFast, memory());
  }

  /** Each would take as much as is free, and they start together. */
  private @Nullable ByteSize memory() {
    return jobs == 1 ? null : new ByteSize(FreeMemory.on(Device.cpu()).bytes() / jobs);
  }
}
