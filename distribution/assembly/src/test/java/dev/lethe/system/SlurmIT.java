package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A suite on a cluster finds what it finds on this machine, whatever dies meanwhile. */
@EnabledIfSystemProperty(
    named = "lethe.slurm",
    matches = "true",
    disabledReason = "needs a cluster: ./mvnw verify -Pslurm")
class SlurmIT {
  private static final String BOTH_AT_ONCE = "{type: slurm, interval: 1, share-first: false}";
  private static final long POLL_MILLIS = 200;

  @TempDir Path folder;
  private SlurmCluster cluster;
  private Home home;
  private Gate gate;

  @BeforeEach
  void assemble() throws Exception {
    cluster = SlurmCluster.start(Files.createDirectory(folder.resolve("slurm")));
    home = Home.in(folder);
    home.plug("gate.jar", Gate.jar(folder));
    home.plug(
        "lethe-slurm.jar",
        Files.readAllBytes(
            Path.of(System.getProperty("lethe.home"), "plugins", "lethe-slurm.jar")));
    TinyExperiment.in(folder);
    gate = new Gate(Files.createDirectory(folder.resolve("gate")));
    letOn();
    TinySuite.write(folder.resolve("here.yaml"), gate, "{type: local}");
    TinySuite.write(folder.resolve("there.yaml"), gate, BOTH_AT_ONCE);
  }

  @AfterEach
  void stop() throws Exception {
    cluster.stop();
    home.close();
  }

  @Test
  void aSuiteOnAClusterFindsWhatItFindsHere() throws Exception {
    TinySuite.write(
        folder.resolve("there.yaml"),
        gate,
        "{type: slurm, interval: 1, partition: main, memory: 1500MB, cpus: 1, setup: ['export SET=up']}");
    assertThat(end(run("there"))).isZero();
    assertThat(summary("there")).isEqualTo(undisturbed());
    assertThat(cluster.records()).contains("JobName=lethe-");
  }

  @Test
  void theTrialsOfANodeThatDiesAreRunAgain() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = start(run("crashed"))) {
      suite.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      String node = running().split(" ")[2];
      cluster.crash(node);
      letOn();
      suite.await("its job in the queue again", this::isRequeued);
      assertThat(suite.awaitEnd()).as(suite.err()).isZero();
      assertThat(suite.err()).doesNotContain(": failed");
    }
    assertThat(summary("crashed")).isEqualTo(undisturbed());
  }

  @Test
  void aNodeThatIsOnlyTakenForDeadDoesNotSpoilWhatItStillComputes() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = start(run("lost"))) {
      suite.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      String node = running().split(" ")[2];
      cluster.lose(node);
      suite.await("its job in the queue again", this::isRequeued);
      letOn();
      assertThat(suite.awaitEnd()).as(suite.err()).isZero();
    }
    assertThat(summary("lost")).isEqualTo(undisturbed());
  }

  @Test
  void aJobThatIsKilledIsRunAgain() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = start(run("killed"))) {
      suite.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      cluster.kill(running().split(" ")[0]);
      suite.awaitError("it is tried again");
      letOn();
      assertThat(suite.awaitEnd()).as(suite.err()).isZero();
    }
    assertThat(summary("killed")).isEqualTo(undisturbed());
  }

  @Test
  void jobsOutliveWhoSubmittedThemAndAreFoundAgain() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = start(run("left"))) {
      suite.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      suite.process().destroyForcibly().waitFor();
    }
    assertThat(output("suite", "status", "there.yaml", "--out", "left"))
        .contains("2 running", "job ", " on node");
    try (LetheProcess suite = start(run("left"))) {
      suite.awaitError("found again");
      letOn();
      assertThat(suite.awaitEnd()).as(suite.err()).isZero();
      assertThat(suite.err()).doesNotContain("started (");
    }
    // the original once, and the model of each trial
    assertThat(gate.passed(Gate.Place.ATTACK)).isEqualTo(1 + 2);
    assertThat(summary("left")).isEqualTo(undisturbed());
  }

  @Test
  void whatEndsWhileNobodyFollowsIsKnownLater() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = start(run("alone"))) {
      suite.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      suite.process().destroyForcibly().waitFor();
    }
    letOn();
    awaitEmptyQueue();
    assertThat(output("suite", "status", "there.yaml", "--out", "alone")).contains("2 finished");
    long passed = gate.passed(Gate.Place.ATTACK);
    assertThat(end(run("alone"))).isZero();
    assertThat(gate.passed(Gate.Place.ATTACK)).isEqualTo(passed);
  }

  @Test
  void jobsThatNobodyFollowsAreCancelledAndGoOnLater() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = start(run("cancelled"))) {
      suite.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      suite.process().destroyForcibly().waitFor();
    }
    try (LetheProcess cancel =
        start(List.of("suite", "cancel", "there.yaml", "--out", "cancelled"))) {
      assertThat(cancel.finish()).isZero();
      assertThat(cancel.err()).contains("stopped 2 trials");
    }
    letOn();
    awaitEmptyQueue();
    assertThat(output("suite", "status", "there.yaml", "--out", "cancelled")).contains("2 waiting");
    assertThat(end(run("cancelled"))).isZero();
    assertThat(summary("cancelled")).isEqualTo(undisturbed());
  }

  @Test
  void aTrialWhoseTimeIsOverGoesOnInAnotherJob() throws Exception {
    TinySuite.write(
        folder.resolve("there.yaml"),
        gate,
        "{type: slurm, interval: 1, share-first: false, time: '1'}");
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = start(run("slow"))) {
      suite.awaitError("the time of its job was over");
      letOn();
      assertThat(suite.awaitEnd()).as(suite.err()).isZero();
      assertThat(suite.err()).contains(": cut off").doesNotContain(": failed");
    }
    assertThat(summary("slow")).isEqualTo(undisturbed());
  }

  private void letOn() throws IOException {
    for (Gate.Place place : Gate.Place.values()) {
      gate.letOn(place);
    }
  }

  /** Returns a job that runs, and where. */
  private String running() throws Exception {
    return cluster.jobs().stream()
        .filter(job -> job.contains(" RUNNING "))
        .findFirst()
        .orElseThrow();
  }

  private boolean isRequeued() {
    try {
      return cluster.hurry();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitEmptyQueue() throws Exception {
    while (!cluster.jobs().isEmpty()) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static List<String> run(String out) {
    return List.of("suite", "run", "there.yaml", "--out", out);
  }

  /** Returns the summary of the same suite on this machine. */
  private String undisturbed() throws Exception {
    assertThat(end(List.of("suite", "run", "here.yaml", "--jobs", "2", "--out", "here"))).isZero();
    return summary("here");
  }

  private String summary(String out) throws Exception {
    assertThat(end(List.of("suite", "report", "there.yaml", "--out", out))).isZero();
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
    return LetheProcess.start(home, folder, cluster.environment(), command.toArray(String[]::new));
  }
}
