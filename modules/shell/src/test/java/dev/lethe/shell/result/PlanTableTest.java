package dev.lethe.shell.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.settings.ByteSize;
import dev.lethe.engine.Needs;
import dev.lethe.suite.PlannedTrial;
import dev.lethe.suite.Trial;
import dev.lethe.suite.TrialProgress;
import dev.lethe.suite.TrialState;
import dev.lethe.suite.TrialState.Phase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTableTest {
  private static final Needs NEEDS = new Needs(600., new ByteSize(1_500_000_000));

  @Test
  void whatIsToRunIsAddedUpAndDividedByTheJobs() {
    List<PlannedTrial> trials =
        List.of(
            planned("a", Phase.WAITING, NEEDS),
            planned("b", Phase.FAILED, NEEDS),
            planned("c", Phase.FINISHED, NEEDS));
    assertThat(new PlanTable(trials, 2).lines())
        .containsExactly(
            "3 trials: 1 waiting, 1 finished, 1 failed",
            "about 20 min 00 s of attacks and training for the 2 to run, or 10 min 00 s if 2 at a time do not slow each other down; stages that trials share are counted in each",
            "at most 1.5 GB for one, 3.0 GB for 2");
    assertThat(new PlanTable(trials, 1).lines())
        .contains("at most 1.5 GB for one")
        .anyMatch(line -> line.contains("for the 2 to run, on all cores of this machine;"));
  }

  @Test
  void whatIsNotKnownIsSaidOnceWithItsReason() {
    List<PlannedTrial> trials =
        List.of(
            new PlannedTrial(progress("a", Phase.WAITING), Needs.unknown(), "no data"),
            new PlannedTrial(progress("b", Phase.WAITING), Needs.unknown(), "no data"));
    assertThat(new PlanTable(trials, 1).lines())
        .containsExactly("2 trials: 2 waiting", "what 2 of them will need is not known: no data");
    assertThat(new PlanTable(trials, 1).json().get(0))
        .containsEntry("planned-seconds", null)
        .containsEntry("not-planned-because", "no data");
  }

  @Test
  void programsGetWhatIsPlannedBesideTheTrial() {
    assertThat(new PlanTable(List.of(planned("a", Phase.WAITING, NEEDS)), 1).json().get(0))
        .containsEntry("id", "a")
        .containsEntry("planned-seconds", 600.)
        .containsEntry("planned-memory-bytes", 1_500_000_000L);
  }

  private static PlannedTrial planned(String id, Phase phase, Needs needs) {
    return new PlannedTrial(progress(id, phase), needs, null);
  }

  private static TrialProgress progress(String id, Phase phase) {
    return new TrialProgress(
        new Trial(id, id, Map.of(), "base", List.of()),
        new TrialState(phase, "s", "b", 1, 0, null, null, 0, null));
  }
}
