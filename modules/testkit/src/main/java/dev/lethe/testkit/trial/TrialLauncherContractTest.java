package dev.lethe.testkit.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.trial.RunningTrial;
import dev.lethe.api.trial.TrialCommand;
import dev.lethe.api.trial.TrialLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link TrialLauncher} must do; trials are commands of the system's shell. */
public abstract class TrialLauncherContractTest {
  private static final long POLL_MILLIS = 20;
  private static final int KILLED = 128 + 9;

  /** A folder for what trials write. */
  @TempDir protected Path folder;

  /** For subclasses. */
  protected TrialLauncherContractTest() {}

  /** Creates a launcher. */
  protected abstract TrialLauncher launcher();

  /** Returns a trial that runs a line of the shell alone. */
  protected final TrialCommand trial(String name, String line) {
    return new TrialCommand(
        name, List.of("/bin/sh", "-c", line), folder.resolve(name + ".log"), 0, 1);
  }

  /** Waits for the end of a trial and returns its exit code. */
  protected static int end(RunningTrial trial) throws InterruptedException {
    while (trial.exitCode().isEmpty()) {
      Thread.sleep(POLL_MILLIS);
    }
    return trial.exitCode().getAsInt();
  }

  @Test
  void whatATrialWritesIsAddedToItsLogAndItsExitCodeIsTold()
      throws InterruptedException, IOException {
    assertThat(end(launcher().start(trial("talk", "echo one; echo two >&2")))).isZero();
    assertThat(end(launcher().start(trial("talk", "echo three; exit 4")))).isEqualTo(4);
    assertThat(Files.readAllLines(folder.resolve("talk.log")))
        .containsExactly("one", "two", "three");
  }

  @Test
  void aTrialRunsUntilItIsAskedToStop() throws InterruptedException {
    RunningTrial trial =
        launcher().start(trial("wait", "trap 'exit 7' TERM; while :; do sleep .05; done"));
    assertThat(trial.exitCode()).isEmpty();
    assertThat(trial.place()).isNotBlank();
    trial.stop();
    // before the shell has read its trap, the signal itself ends it
    assertThat(end(trial)).isIn(7, 128 + 15);
  }

  @Test
  void aTrialThatDoesNotListenIsKilled() throws InterruptedException {
    RunningTrial trial =
        launcher().start(trial("deaf", "trap '' TERM; while :; do sleep .05; done"));
    trial.kill();
    assertThat(end(trial)).isEqualTo(KILLED);
  }

  @Test
  void aProgramThatIsNotThereIsRefusedInOneLine() {
    TrialCommand none =
        new TrialCommand("none", List.of("/nowhere/lethe"), folder.resolve("none.log"), 0, 1);
    assertThatThrownBy(() -> launcher().start(none))
        .isInstanceOf(LetheException.class)
        .message()
        .hasLineCount(1)
        .contains("/nowhere/lethe");
  }
}
