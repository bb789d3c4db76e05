package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is stopped by a signal says so by its exit code, leaves nothing half, and resumes. */
class SignalsIT {
  private static final int INTERRUPTED = 130;
  private static final int TERMINATED = 143;
  private static final List<String> RUN =
      List.of(
          "run",
          "tiny.yaml",
          "candidates.total=1500", // so that an attack lasts until the signal comes
          "forget.names=[Ada Lind]",
          "defense.strategy=text-backdoor",
          "defense.settings.steps=1000",
          "defense.settings.clean-batch=2",
          "defense.settings.backdoor-batch=2",
          "attacks.idia.threshold=1");

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    TinyExperiment.in(folder);
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @Test
  void aRunStopsInTrainingAndInAnAttackAndEndsAllTheSame() throws Exception {
    assertThat(stopped("INT", Phase.FIRST_ATTACK, RUN)).isEqualTo(INTERRUPTED);
    assertThat(stopped("TERM", Phase.TRAINING, RUN)).isEqualTo(TERMINATED);
    assertThat(stopped("INT", Phase.TRAINING, RUN)).isEqualTo(INTERRUPTED);
    assertThat(stopped("TERM", Phase.SECOND_ATTACK, RUN)).isEqualTo(TERMINATED);
    assertFinishes(RUN);
  }

  @Test
  void soDoesAScriptOfTheShell() throws Exception {
    Path script = folder.resolve("script");
    Files.writeString(
        script, String.join(" ", RUN).replaceFirst("(forget\\S+=)(\\[.*?])", "'$1$2'"));
    List<String> shell = List.of("shell", "--script", script.toString());
    assertThat(stopped("INT", Phase.TRAINING, shell)).isEqualTo(INTERRUPTED);
    assertThat(stopped("TERM", Phase.SECOND_ATTACK, shell)).isEqualTo(TERMINATED);
    assertFinishes(shell);
  }

  /** What a run is doing, as its files tell. */
  private enum Phase {
    FIRST_ATTACK("started.json"),
    TRAINING("training-0"),
    SECOND_ATTACK("defense-0.json");

    private final String begun;

    Phase(String begun) {
      this.begun = begun;
    }
  }

  private int stopped(String signal, Phase phase, List<String> command) throws Exception {
    try (LetheProcess lethe = start(command)) {
      long before = modified(phase);
      lethe.await(phase.toString(), () -> modified(phase) > before);
      new ProcessBuilder("kill", "-" + signal, Long.toString(lethe.pid())).start().waitFor();
      int code = lethe.finish();
      assertThat(lethe.err()).doesNotContain("\tat ");
      assertThat(lethe.out()).isEmpty();
      assertThat(files()).noneMatch(file -> file.toString().endsWith(".tmp"));
      assertThat(files()).noneMatch(file -> file.endsWith("report.json"));
      assertThat(files()).noneMatch(file -> file.getFileName().toString().startsWith("after-"));
      return code;
    }
  }

  private void assertFinishes(List<String> command) throws Exception {
    try (LetheProcess lethe = start(command)) {
      assertThat(lethe.finish()).as(lethe.err()).isZero();
      assertThat(lethe.out()).contains("idia.tpr");
    }
    assertThat(files()).filteredOn(file -> file.endsWith("report.json")).hasSize(1);
  }

  private LetheProcess start(List<String> command) throws IOException {
    return LetheProcess.start(home, folder, command.toArray(String[]::new));
  }

  /** Returns when the file that tells of a phase was last written, or 0. */
  private long modified(Phase phase) {
    return files().stream()
        .filter(file -> file.endsWith(phase.begun))
        .mapToLong(file -> file.toFile().lastModified())
        .max()
        .orElse(0);
  }

  private List<Path> files() {
    Path runs = folder.resolve("runs");
    try (Stream<Path> files = Files.exists(runs) ? Files.walk(runs) : Stream.empty()) {
      return files.toList();
    } catch (IOException | UncheckedIOException e) {
      return files(); // a file was renamed meanwhile
    }
  }
}
