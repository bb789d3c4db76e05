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
  private SuiteCommands here;
  private SuiteCommands there;

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
    gate.letOn();
    TinySuite.write(folder.resolve("here.yaml"), gate, "{type: local}");
    TinySuite.write(folder.resolve("there.yaml"), gate, BOTH_AT_ONCE);
    CommandLine lethe = new CommandLine(home, folder, cluster.environment());
    here = new SuiteCommands(lethe, "here.yaml", List.of("--jobs", "2"));
    there = new SuiteCommands(lethe, "there.yaml", List.of());
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
    assertThat(there.found("there")).isEqualTo(undisturbed());
    assertThat(cluster.records()).contains("JobName=lethe-");
  }

  @Test
  void theTrialsOfANodeThatDiesAreRunAgain() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = there.start("crashed")) {
      suite.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      String node = running().split(" ")[2];
      cluster.crash(node);
      gate.letOn();
      suite.await("its job in the queue again", this::isRequeued);
      assertThat(suite.awaitEnd()).as(suite.err()).isZero();
      assertThat(suite.err()).doesNotContain(": failed");
    }
    assertThat(there.summary("crashed")).isEqualTo(undisturbed());
  }

  @Test
  void aNodeThatIsOnlyTakenForDeadDoesNotSpoilWhatItStillComputes() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = there.start("lost")) {
      suite.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      String node = running().split(" ")[2];
      cluster.lose(node);
      suite.await("its job in the queue again", this::isRequeued);
      gate.letOn();
      assertThat(suite.awaitEnd()).as(suite.err()).isZero();
    }
    assertThat(there.summary("lost")).isEqualTo(undisturbed());
  }

  @Test
  void aJobThatIsKilledIsRunAgain() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = there.start("killed")) {
      suite.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      cluster.kill(running().split(" ")[0]);
      suite.awaitError("it is tried again");
      gate.letOn();
      assertThat(suite.awaitEnd()).as(suite.err()).isZero();
    }
    assertThat(there.summary("killed")).isEqualTo(undisturbed());
  }

  @Test
  void jobsOutliveWhoSubmittedThemAndAreFoundAgain() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = there.start("left")) {
      suite.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      suite.process().destroyForcibly().waitFor();
    }
    assertThat(there.status("left")).contains("2 running", "job ", " on node");
    try (LetheProcess suite = there.start("left")) {
      suite.awaitError("found again");
      gate.letOn();
      assertThat(suite.awaitEnd()).as(suite.err()).isZero();
      assertThat(suite.err()).doesNotContain("started (");
    }
    // the original once, and the model of each trial
    assertThat(gate.passed(Gate.Place.ATTACK)).isEqualTo(1 + 2);
    assertThat(there.summary("left")).isEqualTo(undisturbed());
  }

  @Test
  void whatEndsWhileNobodyFollowsIsKnownLater() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = there.start("alone")) {
      suite.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      suite.process().destroyForcibly().waitFor();
    }
    gate.letOn();
    awaitEmptyQueue();
    assertThat(there.status("alone")).contains("2 finished");
    long passed = gate.passed(Gate.Place.ATTACK);
    assertThat(there.end("alone")).isZero();
    assertThat(gate.passed(Gate.Place.ATTACK)).isEqualTo(passed);
  }

  @Test
  void jobsThatNobodyFollowsAreCancelledAndGoOnLater() throws Exception {
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = there.start("cancelled")) {
      suite.await("a training", () -> gate.isReached(Gate.Place.TRAINING));
      suite.process().destroyForcibly().waitFor();
    }
    try (LetheProcess cancel = there.cancel("cancelled")) {
      assertThat(cancel.finish()).isZero();
      assertThat(cancel.err()).contains("stopped 2 trials");
    }
    gate.letOn();
    awaitEmptyQueue();
    assertThat(there.status("cancelled")).contains("2 waiting");
    assertThat(there.found("cancelled")).isEqualTo(undisturbed());
  }

  @Test
  void aTrialWhoseTimeIsOverGoesOnInAnotherJob() throws Exception {
    TinySuite.write(
        folder.resolve("there.yaml"),
        gate,
        "{type: slurm, interval: 1, share-first: false, time: '1'}");
    gate.holdAt(Gate.Place.TRAINING);
    try (LetheProcess suite = there.start("slow")) {
      suite.awaitError("the time of its job was over");
      gate.letOn();
      assertThat(suite.awaitEnd()).as(suite.err()).isZero();
      assertThat(suite.err()).contains(": cut off").doesNotContain(": failed");
    }
    assertThat(there.summary("slow")).isEqualTo(undisturbed());
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

  /** Returns what the same suite finds on this machine. */
  private String undisturbed() throws Exception {
    return here.found("here");
  }
}
