package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCommandsIT {
  @TempDir Path folder;
  private Home home;
  private CommandLine lethe;
  private Path jar;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    lethe = CommandLine.in(home, folder);
    jar = folder.resolve("heartbeat-1.0.0.jar");
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @Test
  void aJarIsInstalledReplacedUnderTheSameNameListedAndRemoved() throws Exception {
    Files.write(jar, Heartbeat.version(1).jar(folder));
    assertThat(lethe.succeed("plugin", "install", jar.toString()))
        .contains("Installed test.heartbeat 1.0.0 as plugins/test.heartbeat.jar.")
        .contains("SHA-256 " + Sha256.of(Files.readAllBytes(jar)))
        .contains("Offers now: Evaluation 'heartbeat'.");
    assertThat(plugins()).containsExactly("test.heartbeat.jar");
    assertThat(lethe.succeed("plugin", "install", jar.toString()))
        .contains("test.heartbeat 1.0.0 is plugins/test.heartbeat.jar already.");

    Path newer = Files.write(folder.resolve("newer.jar"), Heartbeat.named("pulse", 2).jar(folder));
    assertThat(lethe.succeed("plugin", "install", newer.toString()))
        .contains("Replaced test.heartbeat 1.0.0 with test.heartbeat 2.0.0 in plugins/test.")
        .contains("Offers now: Evaluation 'pulse'.")
        .contains("No longer offers: Evaluation 'heartbeat'.");
    assertThat(plugins()).containsExactly("test.heartbeat.jar");
    assertThat(home.path().resolve("plugins/test.heartbeat.jar")).hasSameBinaryContentAs(newer);

    assertThat(lethe.succeed("plugin", "list"))
        .containsPattern("test.heartbeat.jar +test.heartbeat +2.0.0 .* Evaluation 'pulse'");
    assertThat(lethe.succeed("plugin", "remove", "pulse"))
        .contains("Removed plugins/test.heartbeat.jar (test.heartbeat 2.0.0); gone: Evaluation");
    assertThat(plugins()).isEmpty();
  }

  @Test
  void aJarThatIsRefusedChangesNothingAndIsToldInOneLine() throws Exception {
    home.plug("mine.jar", Heartbeat.version(1).jar(folder));
    byte[] whole = Heartbeat.version(2).jar(folder);
    Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
    assertThat(refused(1, "plugin", "install", jar.toString())).contains("it is no valid jar");

    Files.write(jar, whole);
    String other = "0".repeat(64);
    assertThat(refused(1, "plugin", "install", jar.toString(), "--sha256", other))
        .contains("expected the SHA-256 " + other + ", found " + Sha256.of(whole));

    Files.writeString(home.path().resolve("conf/plugins.sha256"), hashOf("mine.jar") + "  mine\n");
    assertThat(refused(1, "plugin", "install", jar.toString()))
        .contains("is not in conf/plugins.sha256");
    Files.delete(home.path().resolve("conf/plugins.sha256"));

    Files.write(
        jar,
        Heartbeat.version(2).importing("dev.lethe.api.verdict;version=\"[9,10)\"").jar(folder));
    assertThat(refused(1, "plugin", "install", jar.toString()))
        .contains("[9.0.0,10.0.0) of dev.lethe.api.verdict, and here is 0.1.0");

    Path missing = folder.resolve("missing.jar");
    assertThat(refused(3, "plugin", "install", missing.toString())).contains("there is no file");
    assertThat(refused(3, "plugin", "remove", "nothing")).contains("(there: mine.jar)");

    assertThat(plugins()).containsExactly("mine.jar");
    assertThat(lethe.succeed("plugin", "list")).containsPattern("mine.jar +test.heartbeat +1.0.0");
  }

  @Test
  void aShellThatRunsTakesWhatACommandElsewhereInstalls() throws Exception {
    Files.write(jar, Heartbeat.version(1).jar(folder));
    try (LetheProcess shell = lethe.start(List.of("shell"))) {
      shell.type("plugin list");
      shell.awaitOutput("There are no jars in plugins/.");
      lethe.succeed("plugin", "install", jar.toString());
      shell.awaitError("plugin test.heartbeat.jar: test.heartbeat 1.0.0");
      lethe.succeed("plugin", "remove", "test.heartbeat");
      shell.awaitError("plugin test.heartbeat.jar was removed");
      shell.type("exit");
      assertThat(shell.finish()).isZero();
    }
  }

  private String hashOf(String plugin) throws IOException {
    return Sha256.of(Files.readAllBytes(home.path().resolve("plugins").resolve(plugin)));
  }

  private Stream<String> plugins() throws IOException {
    try (Stream<Path> files = Files.list(home.path().resolve("plugins"))) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  private String refused(int code, String... command) throws Exception {
    try (LetheProcess process = lethe.start(List.of(command))) {
      assertThat(process.finish()).as(process.out() + process.err()).isEqualTo(code);
      assertThat(process.out()).isEmpty();
      assertThat(process.err().lines()).hasSize(1);
      return process.err();
    }
  }
}
