package dev.lethe.suite.run;

import dev.lethe.api.trial.TrialEnd;
import dev.lethe.engine.RunStatus;
import dev.lethe.io.IoFailure;
import dev.lethe.suite.TrialState;
import dev.lethe.suite.TrialState.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the end of an attempt means for its trial.
 *
 * @param state of the trial after it
 * @param again whether another attempt may end otherwise
 */
record Ending(TrialState state, boolean again) {
  private static final int ATTEMPTS = 2;

  /** A trial that is cut off more often gets nowhere. */
  private static final int CUT_OFFS = 10;

  private static final int USAGE = 2;
  private static final int MISSING = 3;
  private static final int UNMET = 4;
  private static final int SIGNALS = 128;

  private static final String FAILURE = "lethe: ";

  /**
   * Judges an attempt.
   *
   * @param state of the trial as it ran
   * @param status what it last told of itself, or null
   * @param seconds it took, or 0 where nobody knows
   * @param log what it wrote
   */
  static Ending of(
      TrialState state, TrialEnd end, @Nullable RunStatus status, double seconds, Path log) {
    String directory = status == null ? null : status.directory();
    Optional<String> report =
        hasFinished(end, status) ? RunReport.sha256(directory) : Optional.empty();
    if (report.isPresent()) {
      String unmet = status == null ? null : status.message();
      return new Ending(
          state.ended(Phase.FINISHED, directory, report.get(), seconds, unmet), false);
    }
    if (end.cutOff() && state.cutOffs() < CUT_OFFS) {
      return new Ending(state.cutOff(directory, seconds, end.why()), true);
    }
    int code = end.exitCode();
    boolean again =
        !end.cutOff() && state.attempts() < ATTEMPTS && code != USAGE && code != MISSING;
    return new Ending(
        state.ended(Phase.FAILED, directory, null, seconds, why(end, status, log)), again);
  }

  private static boolean hasFinished(TrialEnd end, @Nullable RunStatus status) {
    return end.exitCode() == 0
        || end.exitCode() == UNMET
        || end.cutOff() && status != null && status.state() == RunStatus.State.FINISHED;
  }

  private static String why(TrialEnd end, @Nullable RunStatus status, Path log) {
    if (end.cutOff()) {
      return "it was cut off %d times, at last since %s: it may need more than it is given"
          .formatted(CUT_OFFS + 1, end.why());
    } else if (end.why() != null) {
      return end.why();
    } else if (status != null && status.message() != null) {
      return status.message();
    }
    return lastWords(log, end.exitCode());
  }

  /** Returns why it failed, by the end of what it wrote. */
  private static String lastWords(Path log, int code) {
    String ended = "it ended with the exit code " + code;
    try {
      // a library beneath may write what is no UTF-8
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(FAILURE))
          .reduce((earlier, later) -> later)
          .filter(line -> code < SIGNALS)
          .map(line -> line.substring(FAILURE.length()))
          .orElse(ended);
    } catch (IOException e) {
      return ended + "; " + IoFailure.reason(e);
    }
  }
}
