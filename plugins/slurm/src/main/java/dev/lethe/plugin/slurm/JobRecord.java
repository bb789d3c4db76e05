package dev.lethe.plugin.slurm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a job ended, as {@code scontrol} knows for some minutes, and {@code sacct} where there is
 * accounting.
 *
 * @param state how
 * @param exitCode of its script; a signal counts 128 and its number
 */
record JobRecord(JobState state, int exitCode) {
  private static final int SIGNALS = 128;
  private static final Pattern STATE = Pattern.compile("(?:^|\\s)JobState=(\\S+)");
  private static final Pattern EXIT = Pattern.compile("(?:^|\\s)ExitCode=(\\d+):(\\d+)");
  private static final Pattern ACCOUNTED = Pattern.compile("([A-Z_]+)[^|]*\\|(\\d+):(\\d+)\\|?");

  /** Reads {@code scontrol --oneliner show job}; of several lines, the first. */
  static Optional<JobRecord> ofControl(String said) {
    String first = said.lines().findFirst().orElse("");
    Matcher state = STATE.matcher(first);
    Matcher exit = EXIT.matcher(first);
    return state.find() && exit.find()
        ? Optional.of(
            new JobRecord(JobState.of(state.group(1)), code(exit.group(1), exit.group(2))))
        : Optional.empty();
  }

  /** Reads {@code sacct --parsable2 --format=State,ExitCode}; of several attempts, the last. */
  static Optional<JobRecord> ofAccounting(String said) {
    return said.lines()
        .map(ACCOUNTED::matcher)
        .filter(Matcher::matches)
        .map(line -> new JobRecord(new JobState(line.group(1)), code(line.group(2), line.group(3))))
        .reduce((earlier, later) -> later);
  }

  private static int code(String exit, String signal) {
    int by = Integer.parseInt(signal);
    return by == 0 ? Integer.parseInt(exit) : SIGNALS + by;
  }
}
