package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.io.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A shell with one good plugin, for many tests: each may put whatever it likes into the folder of
 * plugins, and leaves the shell to the next with the good one alone.
 */
final class PluginShell implements AutoCloseable {
  private static final String GOOD = "good.jar";

  private final Home home;
  private final LetheProcess process;
  private final byte[] good;

  private PluginShell(Home home, LetheProcess process, byte[] good) {
    this.home = home;
    this.process = process;
    this.good = good;
  }

  static PluginShell in(Path folder) throws IOException {
    Home home = Home.in(folder);
    byte[] good = Heartbeat.version(1).jar(folder);
    home.plug(GOOD, good);
    PluginShell shell = new PluginShell(home, LetheProcess.start(home, folder, "shell"), good);
    shell.requireGoodPlugin();
    return shell;
  }

  Home home() {
    return home;
  }

  Path plugins() {
    return home.path().resolve("plugins");
  }

  Path allowList() {
    return home.path().resolve("conf/plugins.sha256");
  }

  Path keys() {
    return home.path().resolve("conf/plugin-keys");
  }

  LetheProcess process() {
    return process;
  }

  /** Sees that the shell lives, has its plugin, and has shown nobody a stack trace. */
  void requireGoodPlugin() {
    assertThat(listed()).containsPattern("heartbeat +test.heartbeat +1\\.0\\.0");
    assertThat(process.out() + process.err()).doesNotContain("\tat ");
  }

  void assertRefused(String jar, String... reasons) {
    process.awaitError("plugin " + jar + " is refused: ");
    assertThat(process.errorsAbout(jar + " is refused"))
        .singleElement()
        .asString()
        .contains(reasons);
  }

  /** Takes away whatever a test has left, and forgets what was said about it. */
  void restore() throws IOException {
    Files.deleteIfExists(allowList());
    Folders.remove(keys());
    try (Stream<Path> files = Files.list(plugins())) {
      for (Path file : files.toList()) {
        if (!file.endsWith(GOOD)) {
          Files.delete(file);
        }
      }
    }
    home.plug(GOOD, good);
    requireGoodPlugin();
    assertThat(listed().lines().filter(line -> line.contains("test.heartbeat"))).hasSize(1);
    process.forget();
  }

  /** Ends the shell, which has to be there still. */
  @Override
  public void close() throws IOException {
    process.type("exit");
    try (process;
        home) {
      assertThat(process.finish()).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String listed() {
    int before = process.out().length();
    process.type("plugins; echo all-listed");
    process.await("the plugins", () -> process.out().indexOf("all-listed", before) >= 0);
    return process.out().substring(before);
  }
}
