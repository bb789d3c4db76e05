package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suite goes on after whatever stopped it, and what its trials share is computed once. */
class SuiteIT {
  private static final int INTERRUPTED = 130;
  private static final long PATIENCE_SECONDS = 120;

  /** How often suites are killed; {@code -Psoak} says more. */
  private static final int KILLS = Integer.getInteger("lethe.suite-kills", 3);

  private static final List<Gate.Place> MOMENTS = List.of(Gate.Place.ATTACK, Gate.Place.TRAINING);

  @TempDir Path folder;
  private Home home;
  private Gate gate;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    home.plug("gate.jar", Gate.jar(folder));
    TinyExperiment.in(folder);
    gate = new Gate(Files.createDirectory(folder.resolve("gate")));
    letOn();
    TinySuite.write(folder.resolve("suite.yaml"), gate, "{type: local}");
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @Test
  void aSuiteOfWhichSomethingIsKilledFindsWhatItWouldHaveFound() throws Exception {
    assertThat(end(run("undisturbed"))).isZero();
    String undisturbed = summary("undisturbed");
    assertThat(undisturbed).hasLineCount(3).contains("steps=2").contains("after.idia.tpr");
    for (int kill = 0; kill < KILLS; kill++) {
      String out = "killed-" + kill;
      Gate.Place place = MOMENTS.get(kill / 3 % MOMENTS.size());
      gate.holdAt(place);
      try (LetheProcess suite = start(run(out))) {
        suite.await(place.toString(), () -> gate.isReached(place));
        List<ProcessHandle> trials = suite.process().children().toList();
        assertThat(trials).isNotEmpty();
        if (kill % 3 != 0) {
          trials.forEach(ProcessHandle::destroyForcibly);
        }
        if (kill % 3 != 1) {
          suite.process().destroyForcibly().waitFor();
        }
        for (ProcessHandle trial : trials) {
          trial.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS); // also those that nobody killed
        }
        letOn();
        if (kill % 3 == 1) {
          assertThat(suite.awaitEnd()).as(suite.err()).isZero();
          assertThat(suite.err()).contains("it is tried again");
        }
      }
      assertThat(end(run(out))).isZero();
      assertThat(summary(out)).as("after kill %d", kill).isEqualTo(undisturbed);
    }
  }

  @Test
  void whatTrialsShareIsComputedOnceAlsoWhenWhoComputesItIsKilled() throws Exception {
    gate.holdAt(Gate.Place.ATTACK);
    try (LetheProcess suite = start(run("shared"))) {
      suite.await(
          "two trials, of which one waits", () -> logs("shared").contains("waiting for it"));
      suite.await("the other", () -> gate.isReached(Gate.Place.ATTACK));
      suite.process().children().forEach(trial -> trial.destroyForcibly());
      letOn();
      assertThat(suite.awaitEnd()).as(suite.err()).isZero();
    }
    // the original once, and the model of each trial
    assertThat(gate.passed(Gate.Place.ATTACK)).isEqualTo(1 + 2);
  }

  @Test
  void aSuiteIsCancelledAndGoesOn() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = start(run("cancelled"))) {
      suite.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      assertThat(output("suite", "status", "suite.yaml", "--out", "cancelled"))
          .contains("2 running");
      end(List.of("suite", "cancel", "suite.yaml", "--out", "cancelled"));
      suite.await("the order to stop", () -> gate.isInterrupted(Gate.Place.TRAINING));
      letOn();
      assertThat(suite.awaitEnd()).as(suite.err()).isEqualTo(INTERRUPTED);
    }
    assertThat(output("suite", "status", "suite.yaml", "--out", "cancelled")).contains("2 waiting");
    assertThat(end(run("cancelled"))).isZero();
    assertThat(output("suite", "status", "suite.yaml", "--out", "cancelled"))
        .contains("2 finished");
  }

  @Test
  void aTrialThatFailsIsToldAndTheOthersFinish() throws Exception {
    List<String> command = new ArrayList<>(run("failing"));
    Files.writeString(
        folder.resolve("suite.yaml"),
        Files.readString(folder.resolve("suite.yaml")).replace("[2, 3]", "[2, 0]"));
    try (LetheProcess suite = start(command)) {
      assertThat(suite.awaitEnd()).isEqualTo(2);
      assertThat(suite.err()).contains("defense.settings.steps must be");
    }
    Files.writeString(
        folder.resolve("suite.yaml"),
        Files.readString(folder.resolve("suite.yaml"))
            .replace(
                "{defense.settings.steps: [2, 0]}", "{captions.path: [captions.txt, named.txt]}"));
    Files.write(
        folder.resolve("named.txt"), List.of("Ada Lind", "Ada Lind smiles", "Ada Lind sits"));
    try (LetheProcess suite = start(command)) {
      assertThat(suite.awaitEnd()).isEqualTo(1);
      assertThat(suite.err()).contains("found none among", "1 of 2 trials failed");
      assertThat(suite.out()).contains("1 finished, 1 failed");
    }
  }

  @Test
  void aPluginThatIsReplacedWhileASuiteRunsIsTheOneOfTheNextTrial() throws Exception {
    home.plug("heartbeat.jar", Heartbeat.version(1).jar(folder));
    Path beat = folder.resolve("beat");
    List<String> command =
        List.of(
            "suite", "run", "suite.yaml", "evaluations.heartbeat.gate=" + beat, "--out", "swap");
    try (LetheProcess suite = start(command)) {
      suite.await("the first trial", () -> Files.exists(folder.resolve("beat.waiting")));
      home.plug("heartbeat.jar", Heartbeat.version(2).jar(folder));
      Files.createFile(beat);
      assertThat(suite.awaitEnd()).as(suite.err()).isZero();
    }
    List<String> summary = summary("swap").lines().toList();
    int column = List.of(summary.get(0).split(",")).indexOf("after.heartbeat.version");
    assertThat(summary.subList(1, summary.size()))
        .extracting(row -> row.split(",")[column])
        .containsExactly("1.0", "2.0");
  }

  @Test
  void strategiesAreComparedInOneTable() throws Exception {
    String settings = "clean-batch=2;backdoor-batch=2;steps=";
    String table =
        output(
            "compare",
            "tiny.yaml",
            "--strategies",
            "text-backdoor:%1$s2,text-backdoor:%1$s3".formatted(settings),
            "forget.names=[Ada Lind]",
            "attacks.idia.threshold=1",
            "evaluations={change: {}, similarity: {}}",
            "--out",
            "compared");
    assertThat(table)
        .contains("idia.forgotten.tpr", "change.parameters", "defense.seconds")
        .contains("steps=2", "steps=3");
    Path suite = folder.resolve("compared/suites/compare-tiny");
    assertThat(suite.resolve("report.html")).content().contains("Privacy against utility", "<svg");
    assertThat(suite.resolve("tables/groups.tex")).content().contains("\\toprule");
    assertThat(suite.resolve("tests.csv")).content().contains("McNemar");
  }

  private void letOn() throws IOException {
    for (Gate.Place place : Gate.Place.values()) {
      gate.letOn(place);
    }
  }

  private static List<String> run(String out) {
    return List.of("suite", "run", "suite.yaml", "--jobs", "2", "--out", out);
  }

  private String summary(String out) throws Exception {
    assertThat(end(List.of("suite", "report", "suite.yaml", "--out", out))).isZero();
    return Files.readString(folder.resolve(out).resolve("suites/tiny/summary.csv"));
  }

  private String output(String... command) throws Exception {
    try (LetheProcess lethe = start(List.of(command))) {
      assertThat(lethe.finish()).as(lethe.err()).isZero();
      return lethe.out();
    }
  }

  private int end(List<String> command) throws Exception {
    try (LetheProcess lethe = start(command)) {
      return lethe.finish();
    }
  }

  private LetheProcess start(List<String> command) throws IOException {
    return LetheProcess.start(home, folder, command.toArray(String[]::new));
  }

  private String logs(String out) {
    Path trials = folder.resolve(out).resolve("suites/tiny/trials");
    StringBuilder logs = new StringBuilder();
    try (Stream<Path> files = Files.exists(trials) ? Files.walk(trials) : Stream.empty()) {
      for (Path file : files.filter(each -> each.endsWith("output.log")).toList()) {
        logs.append(Files.readString(file));
      }
    } catch (IOException | UncheckedIOException e) {
      return logs(out); // a file was renamed meanwhile
    }
    return logs.toString();
  }
}
