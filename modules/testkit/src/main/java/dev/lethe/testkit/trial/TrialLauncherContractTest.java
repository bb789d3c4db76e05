package dev.lethe.testkit.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.trial.RunningTrial;
import dev.lethe.api.trial.TrialCommand;
import dev.lethe.api.trial.TrialEnd;
import dev.lethe.api.trial.TrialLauncher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    return command(name, List.of("/bin/sh", "-c", line));
  }

  private TrialCommand command(String name, List<String> command) {
    Path own = folder.resolve(name);
    try {
      Files.createDirectories(own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TrialCommand(name, command, own, own.resolve("output.log"), 0, 1);
  }

  private RunningTrial start(String name, String line) {
    return launcher().start(List.of(trial(name, line))).get(0);
  }

  /** Waits for the end of a trial and returns its exit code. */
  protected static int end(RunningTrial trial) throws InterruptedException {
    Optional<TrialEnd> end = trial.end();
    while (end.isEmpty()) {
      Thread.sleep(POLL_MILLIS);
      end = trial.end();
    }
    return end.get().exitCode();
  }

  /** Waits until a trial has written {@code ready}. */
  protected final void awaitReady(String name, RunningTrial trial)
      throws InterruptedException, IOException {
    Path log = folder.resolve(name).resolve("output.log");
    while (!Files.exists(log) || !Files.readString(log).contains("ready")) {
      assertThat(trial.end()).isEmpty();
      Thread.sleep(POLL_MILLIS);
    }
  }

  @Test
  void whatATrialWritesIsAddedToItsLogAndItsExitCodeIsTold()
      throws InterruptedException, IOException {
    assertThat(end(start("talk", "echo one; echo two >&2"))).isZero();
    assertThat(end(start("talk", "echo three; exit 4"))).isEqualTo(4);
    assertThat(Files.readAllLines(folder.resolve("talk/output.log")))
        .containsExactly("one", "two", "three");
  }

  @Test
  void aTrialRunsUntilItIsAskedToStop() throws InterruptedException, IOException {
    RunningTrial trial =
        start("wait", "trap 'exit 7' TERM; echo ready; while :; do sleep .05; done");
    awaitReady("wait", trial);
    assertThat(trial.place()).isNotBlank();
    trial.stop();
    assertThat(end(trial)).isEqualTo(7);
  }

  @Test
  void aTrialThatDoesNotListenIsKilled() throws InterruptedException, IOException {
    RunningTrial trial = start("deaf", "trap '' TERM; echo ready; while :; do sleep .05; done");
    awaitReady("deaf", trial);
    trial.kill();
    assertThat(end(trial)).isEqualTo(KILLED);
  }

  @Test
  void aProgramThatIsNotThereIsRefusedInOneLine() {
    TrialCommand none = command("none", List.of("/nowhere/lethe"));
    assertThatThrownBy(() -> launcher().start(List.of(none)))
        .isInstanceOf(LetheException.class)
        .message()
        .hasLineCount(1)
        .contains("/nowhere/lethe");
  }

  @Test
  void trialsThatAreStartedTogetherRunEachForItself() throws InterruptedException {
    List<RunningTrial> trials =
        launcher().start(List.of(trial("first", "exit 1"), trial("second", "exit 2")));
    assertThat(trials).hasSize(2);
    assertThat(end(trials.get(0))).isEqualTo(1);
    assertThat(end(trials.get(1))).isEqualTo(2);
  }

  @Test
  void aTrialThatOutlivesItsStarterIsFoundAgainAndNoOther() throws InterruptedException {
    TrialCommand command = trial("long", "while :; do sleep .05; done");
    assertThat(launcher().find(command)).isEmpty();
    RunningTrial started = launcher().start(List.of(command)).get(0);
    Optional<RunningTrial> found = launcher().find(command);
    assertThat(found.isPresent()).isEqualTo(started.outlives());
    assertThat(found.flatMap(RunningTrial::end)).isEmpty();
    found.orElse(started).kill();
    end(started);
  }
}
