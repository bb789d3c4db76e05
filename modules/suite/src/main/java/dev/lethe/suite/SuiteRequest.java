package dev.lethe.suite;

import dev.lethe.api.settings.ByteSize;
import dev.lethe.suite.run.SuiteFolder;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks of a suite.
 *
 * @param suite all of it
 * @param out the folder of all runs
 * @param set {@code key=value}, what every trial sets, beside what its suite says
 * @param only {@code key=value}, what trials must have; all of them where there is none
 * @param jobs how many trials run at a time
 * @param failFast whether the first trial that fails ends all
 * @param memory the most that each trial may take, or null for as much as is free
 */
public record SuiteRequest(
    Suite suite,
    Path out,
    List<String> set,
    List<String> only,
    int jobs,
    boolean failFast,
    @Nullable ByteSize memory) {

  /** Copies the list. */
  public SuiteRequest {
    set = List.copyOf(set);
    only = List.copyOf(only);
  }

  /** Returns the same request where trials do not share the memory of this machine. */
  public SuiteRequest elsewhere() {
    return new SuiteRequest(suite, out, set, only, jobs, failFast, null);
  }

  /** Creates a request that looks at all trials of a suite as it was run the last time. */
  public static SuiteRequest look(Suite suite, Path out) {
    return new SuiteRequest(
        suite, out, SuiteFolder.of(out, suite).set(), List.of(), 1, false, null);
  }
}
