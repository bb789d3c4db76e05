package dev.lethe.testkit.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.trial.FinishedTrial;
import dev.lethe.api.trial.TrialTracker;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link TrialTracker} must do. */
public abstract class TrialTrackerContractTest {

  /** A folder to track in. */
  @TempDir protected Path folder;

  /** For subclasses. */
  protected TrialTrackerContractTest() {}

  /** Creates a tracker, which tells the same as those created before. */
  protected abstract TrialTracker tracker();

  /** Returns a metric of each trial that was told of, in any order. */
  protected abstract List<Double> told(String metric) throws Exception;

  /** Returns a trial of a suite. */
  protected static FinishedTrial trial(String id, double found) {
    return new FinishedTrial(
        "suite",
        id,
        "count=8,seed=" + id,
        "8 people forgotten: the attack found 8 of 8 before, \"0 of 8\" after.",
        Map.of("forget.count", "8", "defense[0].regularizers", "{\"a\": 1}\n../b", "seed", id),
        Map.of("after.toy.found", found, "before.toy.found", 1., "defense.seconds", 1.5e-7),
        Path.of("/runs/toy/" + id),
        Instant.parse("2026-01-02T03:04:05Z"),
        Instant.parse("2026-01-02T03:05:05.5Z"));
  }

  @Test
  void everyTrialIsTold() throws Exception {
    tracker().track(trial("0", .5));
    tracker().track(trial("1", .25));
    assertThat(told("after.toy.found")).containsExactlyInAnyOrder(.5, .25);
    assertThat(told("defense.seconds")).containsExactly(1.5e-7, 1.5e-7);
  }

  @Test
  void aTrialThatIsToldAgainReplacesWhatWasToldOfIt() throws Exception {
    tracker().track(trial("0", .5));
    tracker().track(trial("0", .125));
    assertThat(told("after.toy.found")).containsExactly(.125);
  }
}
