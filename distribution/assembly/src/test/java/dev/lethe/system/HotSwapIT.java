package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotSwapIT {
  private static final String JAR = "heartbeat.jar";

  /** How often a plugin is replaced; {@code -Psoak} says more. */
  private static final int SWAPS = Integer.getInteger("lethe.swaps", 5);

  /** After so many swaps everything is loaded that a run ever needs. */
  private static final int WARM = 3;

  /**
   * What may be kept in bytes: once for all, and of each run, of which the shell knows a little.
   */
  private static final long SLACK = 4 << 20;

  private static final long EACH = 10_000;

  private static final String LORA =
      """
      extends: tiny.yaml
      forget: {names: [Ada Lind]}
      defense:
        strategy: text-lora
        settings: {steps: 2, clean-batch: 2, backdoor-batch: 2, adaptation: {rank: 2}}
        regularizers: {weight-norm: {weight: 0.01}}
      """;

  @TempDir Path folder;
  private Home home;
  private TinyExperiment experiment;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    experiment = TinyExperiment.in(folder);
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @Test
  void aRunKeepsItsPluginToTheEndWhileTheNextTakesTheNewOneAndBothLeaveMemory() throws Exception {
    home.plug(JAR, Heartbeat.version(1).jar(folder));
    try (LetheProcess shell = LetheProcess.start(home, folder, "shell")) {
      shell.type(run("first", "--out one &"));
      shell.await("the first run", () -> Files.exists(folder.resolve("first.waiting")));

      home.plug(JAR, Heartbeat.version(2).jar(folder));
      Files.createFile(folder.resolve("second"));
      shell.type(run("second", "--out two"));
      shell.await("the second run", () -> report("two").contains("heartbeat.version"));
      assertThat(report("one")).isEmpty();
      Files.createFile(folder.resolve("first"));
      shell.await("the first run's end", () -> report("one").contains("heartbeat.version"));
      assertThat(report("one")).containsPattern("\"heartbeat.version\" *: *1").contains("1.0.0");
      assertThat(report("two")).containsPattern("\"heartbeat.version\" *: *2").contains("2.0.0");

      home.unplug(JAR);
      shell.type("try { " + run("third", "--out three") + " } { echo over }");
      shell.awaitError(
          "No Evaluation named 'heartbeat' is installed (available: change, collateral,");

      awaitGone(shell, "test.heartbeat", 1);
      awaitGone(shell, "test.heartbeat", 2);
      shell.type("exit");
      assertThat(shell.finish()).isZero();
    }
  }

  @Test
  void aPluginIsReplacedAgainAndAgainUnderRunsThatGoOn() throws Exception {
    replaceUnderRuns(
        "tiny.yaml",
        JAR,
        "test.heartbeat",
        version -> Heartbeat.version(version).jar(folder),
        version -> "\"heartbeat.version\" *: *" + version + "\\D");
  }

  /** What trains has compiled functions, arrays outside of Java, and classes that come late. */
  @Test
  void soIsAPluginThatTrainsUnderRunsThatTrainWithIt() throws Exception {
    home.plug(JAR, Heartbeat.version(1).jar(folder));
    Files.writeString(folder.resolve("lora.yaml"), LORA);
    replaceUnderRuns(
        "lora.yaml",
        "lethe-lora.jar",
        "dev.lethe.lora",
        version -> ShippedPlugin.jar("lethe-lora.jar", version + ".0.0"),
        version ->
            "\"name\" *: *\"text-lora\",\\s*\"bundle\" *: *\"dev.lethe.lora\",\\s*\"version\" *: *\"%d.0.0\""
                .formatted(version));
  }

  /**
   * Replaces a plugin while a run that uses it waits, again and again: each run has to finish with
   * the version that it began with, and each version has to leave memory.
   *
   * @param jar a version of the plugin
   * @param told what the report of a run says that began with a version, a pattern
   */
  private void replaceUnderRuns(
      String config, String file, String bundle, Versions jar, IntFunction<String> told)
      throws Exception {
    home.plug(file, jar.of(1));
    try (LetheProcess shell = LetheProcess.start(home, folder, "shell")) {
      JavaMemory memory = new JavaMemory(shell.pid());
      long warm = 0;
      for (int version = 1; version <= SWAPS; version++) {
        String gate = "gate-" + version;
        String out = "out-" + version;
        shell.type(run(config, gate, "--out " + out + " &"));
        shell.await(gate, () -> Files.exists(folder.resolve(gate + ".waiting")));
        home.plug(file, jar.of(version + 1));
        shell.awaitError("plugin %s: %s %d.0.0".formatted(file, bundle, version + 1));
        Files.createFile(folder.resolve(gate));
        shell.await(out, () -> report(out).contains("heartbeat.version"));
        assertThat(report(out)).containsPattern(told.apply(version));
        if (version == WARM) {
          warm = memory.used();
        }
      }
      for (int version = 1; version <= SWAPS; version++) {
        awaitGone(shell, bundle, version);
      }
      assertThat(memory.used()).isLessThan(warm + SLACK + SWAPS * EACH);
      assertThat(shell.errorsAbout("refused")).isEmpty();
      shell.type("exit");
      assertThat(shell.finish()).isZero();
    }
  }

  @Test
  void aConfigurationThatNamesARemovedPluginEndsWithThree() throws Exception {
    try (LetheProcess lethe =
        LetheProcess.start(home, folder, "run", "tiny.yaml", "evaluations.heartbeat.gate=g")) {
      assertThat(lethe.finish()).isEqualTo(3);
      assertThat(lethe.err())
          .contains("No Evaluation named 'heartbeat' is installed")
          .contains("Is its plugin in plugins/?")
          .doesNotContain("\tat ");
      assertThat(lethe.out()).isEmpty();
    }
  }

  private String run(String gate, String rest) {
    return run("tiny.yaml", gate, rest);
  }

  private String run(String config, String gate, String rest) {
    return "run %s evaluations.heartbeat.gate=%s %s".formatted(config, folder.resolve(gate), rest);
  }

  /** Versions of a plugin's jar. */
  @FunctionalInterface
  private interface Versions {
    byte[] of(int version) throws Exception;
  }

  private String report(String out) {
    try (Stream<Path> files = Files.walk(folder.resolve(out))) {
      List<Path> reports = files.filter(file -> file.endsWith("report.json")).toList();
      return reports.isEmpty() ? "" : Files.readString(reports.get(0));
    } catch (IOException | UncheckedIOException e) {
      return ""; // a file was renamed meanwhile
    }
  }

  private static void awaitGone(LetheProcess shell, String bundle, int version) {
    String gone = "plugin %s %d.0.0 has left memory".formatted(bundle, version);
    shell.await(
        gone,
        () -> {
          new JavaMemory(shell.pid()).collect();
          return shell.err().contains(gone);
        });
  }
}
