package dev.lethe.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.trial.TrialEnd;
import dev.lethe.engine.RunStatus;
import dev.lethe.suite.TrialState;
import dev.lethe.suite.TrialState.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingTest {
  private static final TrialEnd OVER = TrialEnd.cutOff("its time was over");
  private static final TrialState FIRST = TrialState.waiting("settings", "build").running(1);

  @TempDir private Path folder;

  @Test
  void aTrialThatFailsIsTriedOnceMore() throws IOException {
    Ending first = ending(FIRST, TrialEnd.exited(1));
    assertThat(first.again()).isTrue();
    assertThat(first.state().message()).isEqualTo("it broke");
    Ending second = ending(first.state().running(2), TrialEnd.exited(1));
    assertThat(second.again()).isFalse();
    assertThat(second.state().phase()).isEqualTo(Phase.FAILED);
  }

  @Test
  void aWrongConfigurationIsNotTriedAgain() throws IOException {
    assertThat(ending(FIRST, TrialEnd.exited(2)).again()).isFalse();
  }

  @Test
  void aTrialThatIsCutOffHasNotFailed() throws IOException {
    Ending ending = ending(FIRST, OVER);
    assertThat(ending.again()).isTrue();
    assertThat(ending.state().phase()).isEqualTo(Phase.WAITING);
    assertThat(ending.state().attempts()).isZero();
    assertThat(ending.state().cutOffs()).isEqualTo(1);
    assertThat(ending.state().message()).isEqualTo("its time was over");
  }

  @Test
  void aTrialThatIsCutOffAgainAndAgainIsGivenUp() throws IOException {
    TrialState state = FIRST;
    Ending ending = ending(state, OVER);
    while (ending.again()) {
      state = ending.state().running(ending.state().attempts() + 1);
      ending = ending(state, OVER);
    }
    assertThat(ending.state().phase()).isEqualTo(Phase.FAILED);
    assertThat(ending.state().message()).contains("cut off 11 times", "its time was over");
  }

  @Test
  void aTrialThatWasCutOffAfterItsReportHasFinished() throws IOException {
    Files.writeString(folder.resolve("report.json"), "{}");
    RunStatus status = new RunStatus(RunStatus.State.FINISHED, folder.toString(), "", 0, null);
    Ending ending = Ending.of(FIRST, OVER, status, 1, folder.resolve("output.log"));
    assertThat(ending.again()).isFalse();
    assertThat(ending.state().phase()).isEqualTo(Phase.FINISHED);
  }

  @Test
  void whatItSaidLastIsHeardAlsoWhereALibraryWroteNoText() throws IOException {
    Path log = folder.resolve("output.log");
    Files.write(log, "\u00ff\nlethe: it broke\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Ending.of(FIRST, TrialEnd.exited(1), null, 1, log).state().message())
        .isEqualTo("it broke");
  }

  private Ending ending(TrialState state, TrialEnd end) throws IOException {
    Path log = Files.writeString(folder.resolve("output.log"), "lethe: it broke\n");
    return Ending.of(state, end, null, 1, log);
  }
}
