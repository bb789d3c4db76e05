package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stopped by a signal says so by its exit code, leaves nothing half, and resumes. */
class SignalsIT {
  private static final int INTERRUPTED = 130;
  private static final int TERMINATED = 143;

  /** How often runs are killed; {@code -Psoak} says more. */
  private static final int KILLS = Integer.getInteger("lethe.kills", 3);

  /** Where a run is killed one time after another: before, in and after its defense. */
  private static final List<Gate.Place> MOMENTS =
      List.of(Gate.Place.ATTACK, Gate.Place.TRAINING, Gate.Place.ATTACK);

  @TempDir Path folder;
  private Home home;
  private Gate gate;
  private List<String> run;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    home.plug("gate.jar", Gate.jar(folder));
    TinyExperiment.in(folder);
    gate = new Gate(Files.createDirectory(folder.resolve("gate")));
    run =
        List.of(
            "run",
            "tiny.yaml",
            "forget.names=[Ada Lind]",
            "defense.strategy=text-backdoor",
            "defense.settings.steps=20",
            "defense.settings.clean-batch=2",
            "defense.settings.backdoor-batch=2",
            "defense.regularizers.gate.weight=1",
            "defense.regularizers.gate.folder=" + gate.folder(),
            "attacks.gate.folder=" + gate.folder(),
            "attacks.idia.threshold=1");
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @Test
  void aRunStopsInTrainingAndInAnAttackAndEndsAllTheSame() throws Exception {
    assertThat(stopped("INT", Gate.Place.ATTACK, run)).isEqualTo(INTERRUPTED);
    assertThat(stopped("TERM", Gate.Place.TRAINING, run)).isEqualTo(TERMINATED);
    assertThat(stopped("INT", Gate.Place.TRAINING, run)).isEqualTo(INTERRUPTED);
    // What was attacked before the defense is not attacked again, so this is the attack after it.
    assertThat(stopped("TERM", Gate.Place.ATTACK, run)).isEqualTo(TERMINATED);
    assertThat(files()).anyMatch(file -> file.endsWith("defense-0.json"));
    assertFinishes(run);
  }

  @Test
  void soDoesAScriptOfTheShell() throws Exception {
    Path script = folder.resolve("script");
    Files.writeString(
        script, String.join(" ", run).replaceFirst("(forget\\S+=)(\\[.*?])", "'$1$2'"));
    List<String> shell = List.of("shell", "--script", script.toString());
    assertThat(stopped("INT", Gate.Place.TRAINING, shell)).isEqualTo(INTERRUPTED);
    assertThat(stopped("TERM", Gate.Place.ATTACK, shell)).isEqualTo(TERMINATED);
    assertFinishes(shell);
  }

  @Test
  void aRunThatIsKilledOutrightGoesOnAndFindsWhatItWouldHaveFound() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      Gate.Place place = MOMENTS.get(kill % MOMENTS.size());
      gate.holdAt(place);
      try (LetheProcess lethe = start(seeded(kill / MOMENTS.size()))) {
        lethe.await(place.toString(), () -> gate.isReached(place));
        lethe.process().destroyForcibly().waitFor();
      }
    }
    gate.letOn();
    for (int seed = 0; seed * MOMENTS.size() < KILLS; seed++) {
      List<String> undisturbed = new ArrayList<>(seeded(seed));
      undisturbed.addAll(List.of("--out", "undisturbed"));
      assertThat(found(seeded(seed))).isNotEmpty().isEqualTo(found(undisturbed));
    }
  }

  /** The moments of a start are told by the classes that Java loads. */
  @ParameterizedTest
  @CsvSource({
    "java.lang.Object, INT, 130",
    "dev.lethe.launcher.Launcher, TERM, 143",
    "dev.lethe.launcher.Shutdown, INT, 130",
    "dev.lethe.launcher.Storage, TERM, 143",
    "org.apache.felix.framework.Felix, INT, 130",
    "org.apache.felix.resolver.ResolverImpl, TERM, 143",
    "dev.lethe.runtime.RuntimeActivator, INT, 130",
    "dev.lethe.shell.ShellActivator, INT, 130",
    "dev.lethe.shell.command.Commands, INT, 130",
    "dev.lethe.shell.interactive.Gogo, TERM, 143",
    "dev.lethe.shell.interactive.Gogo, INT, 130",
    "dev.lethe.shell.console.InputLines, TERM, 143",
    "dev.lethe.shell.console.InputLines, INT, 130"
  })
  void aSignalIsNeverLostWhileLetheStarts(String loaded, String signal, int code) throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path log = folder.resolve("loaded");
    String options = "'-Djava.io.tmpdir=%s' '-Xlog:class+load:file=%s'".formatted(temporary, log);
    // Nobody types, so the shell never ends by itself.
    try (LetheProcess shell =
        LetheProcess.start(home, folder, Map.of("LETHE_JAVA_OPTS", options), "shell")) {
      shell.await(loaded, () -> read(log).contains(" " + loaded + " "));
      Signals.send(signal, shell.pid());
      assertThat(shell.awaitEnd()).isEqualTo(code);
      assertThat(shell.err()).doesNotContain("\tat ").doesNotContain("Exception");
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void aPromptThatWaitsForAPersonEndsBySigterm() throws Exception {
    Path script = Path.of("/usr/bin/script");
    assumeTrue(Files.isExecutable(script), "no terminal can be made here");
    Process terminal =
        new ProcessBuilder(
                script.toString(), "-qec", home.path().resolve("bin/lethe") + " shell", "/dev/null")
            .directory(folder.toFile())
            .start();
    try {
      BufferedReader screen =
          new BufferedReader(
              new InputStreamReader(terminal.getInputStream(), StandardCharsets.UTF_8));
      assertThat(screen.readLine()).contains("Type 'help'");
      ProcessHandle lethe =
          terminal
              .descendants()
              .filter(child -> child.info().command().orElse("").endsWith("java"))
              .findFirst()
              .orElseThrow();
      Signals.send("TERM", lethe.pid());
      lethe.onExit().join();
      assertThat(terminal.waitFor()).isEqualTo(TERMINATED);
    } finally {
      terminal.descendants().forEach(ProcessHandle::destroyForcibly);
      terminal.destroyForcibly();
    }
  }

  private List<String> seeded(int seed) {
    List<String> command = new ArrayList<>(run);
    command.add("seed=" + seed);
    return command;
  }

  /** What the attack found, by the lines that begin with its name. */
  private List<String> found(List<String> command) throws Exception {
    try (LetheProcess lethe = start(command)) {
      assertThat(lethe.finish()).as(lethe.err()).isZero();
      return lethe.out().lines().filter(line -> line.startsWith("idia.")).toList();
    }
  }

  private int stopped(String signal, Gate.Place place, List<String> command) throws Exception {
    gate.holdAt(place);
    try (LetheProcess lethe = start(command)) {
      lethe.await(place.toString(), () -> gate.isReached(place));
      Signals.send(signal, lethe.pid());
      lethe.awaitError("stopping after the current step");
      gate.letOn(place);
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
    gate.letOn();
    try (LetheProcess lethe = start(command)) {
      assertThat(lethe.finish()).as(lethe.err()).isZero();
      assertThat(lethe.out()).contains("idia.tpr");
    }
    assertThat(files()).filteredOn(file -> file.endsWith("report.json")).hasSize(1);
  }

  private LetheProcess start(List<String> command) throws IOException {
    return CommandLine.in(home, folder).start(command);
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
