package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private CommandLine lethe;
  private SuiteCommands suite;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    home.plug("gate.jar", Gate.jar(folder));
    TinyExperiment.in(folder);
    gate = new Gate(Files.createDirectory(folder.resolve("gate")));
    gate.letOn();
    TinySuite.write(folder.resolve("suite.yaml"), gate, "{type: local}");
    lethe = CommandLine.in(home, folder);
    suite = new SuiteCommands(lethe, "suite.yaml", List.of("--jobs", "2"));
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @Test
  void aSuiteOfWhichSomethingIsKilledFindsWhatItWouldHaveFound() throws Exception {
    String undisturbed = suite.found("undisturbed");
    assertThat(undisturbed).hasLineCount(3).contains("steps=2").contains("after.idia.tpr");
    for (int kill = 0; kill < KILLS; kill++) {
      String out = "killed-" + kill;
      Gate.Place place = MOMENTS.get(kill / 3 % MOMENTS.size());
      gate.holdAt(place);
      try (LetheProcess running = suite.start(out)) {
        running.await(place.toString(), () -> gate.isReached(place));
        List<ProcessHandle> trials = running.process().children().toList();
        assertThat(trials).isNotEmpty();
        if (kill % 3 != 0) {
          trials.forEach(ProcessHandle::destroyForcibly);
        }
        if (kill % 3 != 1) {
          running.process().destroyForcibly().waitFor();
        }
        for (ProcessHandle trial : trials) {
          trial.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS); // also those that nobody killed
        }
        gate.letOn();
        if (kill % 3 != 1) {
          assertThat(suite.status(out)).doesNotContain("running");
        }
        if (kill % 3 == 1) {
          assertThat(running.awaitEnd()).as(running.err()).isZero();
          assertThat(running.err()).contains("it is tried again");
        }
      }
      assertThat(suite.found(out)).as("after kill %d", kill).isEqualTo(undisturbed);
    }
  }

  @Test
  void whatTrialsShareIsComputedOnceAlsoWhenWhoComputesItIsKilled() throws Exception {
    gate.holdAt(Gate.Place.ATTACK);
    try (LetheProcess running = suite.start("shared")) {
      running.await(
          "two trials, of which one waits", () -> logs("shared").contains("waiting for it"));
      running.await("the other", () -> gate.isReached(Gate.Place.ATTACK));
      running.process().children().forEach(trial -> trial.destroyForcibly());
      gate.letOn();
      assertThat(running.awaitEnd()).as(running.err()).isZero();
    }
    // the original once, and the model of each trial
    assertThat(gate.passed(Gate.Place.ATTACK)).isEqualTo(1 + 2);
  }

  @Test
  void aSuiteIsCancelledAndGoesOn() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess running = suite.start("cancelled")) {
      running.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      assertThat(suite.status("cancelled")).contains("2 running");
      try (LetheProcess cancel = suite.cancel("cancelled")) {
        assertThat(cancel.finish()).as(cancel.err()).isZero();
      }
      running.await("the order to stop", () -> gate.isInterrupted(Gate.Place.TRAINING));
      gate.letOn();
      assertThat(running.awaitEnd()).as(running.err()).isEqualTo(INTERRUPTED);
    }
    assertThat(suite.status("cancelled")).contains("2 waiting");
    assertThat(suite.end("cancelled")).isZero();
    assertThat(suite.status("cancelled")).contains("2 finished");
  }

  @Test
  void aTrialThatFailsIsToldAndTheOthersFinish() throws Exception {
    Files.writeString(
        folder.resolve("suite.yaml"),
        Files.readString(folder.resolve("suite.yaml")).replace("[2, 3]", "[2, 0]"));
    try (LetheProcess running = suite.start("failing")) {
      assertThat(running.awaitEnd()).isEqualTo(2);
      assertThat(running.err()).contains("defense.settings.steps must be");
    }
    Files.writeString(
        folder.resolve("suite.yaml"),
        Files.readString(folder.resolve("suite.yaml"))
            .replace(
                "{defense.settings.steps: [2, 0]}", "{captions.path: [captions.txt, named.txt]}"));
    Files.write(
        folder.resolve("named.txt"), List.of("Ada Lind", "Ada Lind smiles", "Ada Lind sits"));
    try (LetheProcess running = suite.start("failing")) {
      assertThat(running.awaitEnd()).isEqualTo(1);
      assertThat(running.err()).contains("found none among", "1 of 2 trials failed");
      assertThat(running.out()).contains("1 finished, 1 failed");
    }
  }

  @Test
  void aPluginThatIsReplacedWhileASuiteRunsIsTheOneOfTheNextTrial() throws Exception {
    home.plug("heartbeat.jar", Heartbeat.version(1).jar(folder));
    Path beat = folder.resolve("beat");
    List<String> command =
        List.of(
            "suite", "run", "suite.yaml", "evaluations.heartbeat.gate=" + beat, "--out", "swap");
    try (LetheProcess running = lethe.start(command)) {
      running.await("the first trial", () -> Files.exists(folder.resolve("beat.waiting")));
      home.plug("heartbeat.jar", Heartbeat.version(2).jar(folder));
      Files.createFile(beat);
      assertThat(running.awaitEnd()).as(running.err()).isZero();
    }
    List<String> summary = suite.summary("swap").lines().toList();
    int column = List.of(summary.get(0).split(",")).indexOf("after.heartbeat.version");
    assertThat(summary.subList(1, summary.size()))
        .extracting(row -> row.split(",")[column])
        .containsExactly("1.0", "2.0");
  }

  @Test
  void strategiesAreComparedInOneTable() throws Exception {
    String settings = "clean-batch=2;backdoor-batch=2;steps=";
    String table =
        lethe.succeed(
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
    Path compared = folder.resolve("compared/suites/compare-tiny");
    assertThat(compared.resolve("report.html"))
        .content()
        .contains("Privacy against utility", "<svg");
    assertThat(compared.resolve("tables/groups.tex")).content().contains("\\toprule");
    assertThat(compared.resolve("tests.csv")).content().contains("McNemar");
  }

  private String logs(String out) {
    Path trials = suite.folder(out).resolve("trials");
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
