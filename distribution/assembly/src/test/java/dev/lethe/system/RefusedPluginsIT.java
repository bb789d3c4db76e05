package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedPluginsIT {
  @TempDir Path folder;
  private Home home;
  private LetheProcess shell;

  @BeforeEach
  void openTheShell() throws IOException {
    home = Home.in(folder);
    home.plug("good.jar", Heartbeat.version(1).jar(folder));
    shell = LetheProcess.start(home, folder, "shell");
    shell.type("plugins");
    shell.awaitOutput("heartbeat");
  }

  @AfterEach
  void closeTheShell() throws Exception {
    shell.type("echo still here");
    shell.type("exit");
    assertThat(shell.finish()).isZero();
    assertThat(shell.out()).contains("still here");
    assertThat(shell.err()).doesNotContain("\tat ");
    shell.close();
    home.close();
  }

  @Test
  void aTruncatedJarIsRefusedAndTheVersionBeforeItStays() throws IOException {
    byte[] jar = Heartbeat.version(2).jar(folder);
    home.plug("good.jar", Arrays.copyOf(jar, jar.length / 2));
    assertRefused("good.jar", "it is no valid jar", "version 1.0.0 stays");
  }

  @Test
  void aTextFileIsRefused() throws IOException {
    home.plug("text.jar", "hello".getBytes(StandardCharsets.UTF_8));
    assertRefused("text.jar", "it is no valid jar");
  }

  @Test
  void aForeignJarIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
    }
    home.plug("foreign.jar", bytes.toByteArray());
    assertRefused("foreign.jar", "its manifest has no header Lethe-Plugin");
  }

  @Test
  void aJarThatNeedsAPackageNobodyHasIsRefused() throws IOException {
    home.plug("needy.jar", Heartbeat.named("needy", 1).importing("nobody.has.this").jar(folder));
    assertRefused("needy.jar", "nobody.has.this");
  }

  @Test
  void aJarThatLacksOneOfItsClassesIsRefused() throws IOException {
    home.plug("holey.jar", Heartbeat.named("holey", 1).jar(folder, "plug/PlugSettings.class"));
    assertRefused("holey.jar", "plug/PlugSettings");
  }

  @Test
  void aNameThatIsTakenIsRefused() throws IOException {
    home.plug("twin.jar", Heartbeat.version(3).jar(folder));
    assertRefused("twin.jar", "Evaluation 'heartbeat' is already offered by good.jar");
    home.plug("idle.jar", Heartbeat.named("zero-shot", 3).jar(folder));
    assertRefused("idle.jar", "Evaluation 'zero-shot' is already offered by dev.lethe.evaluation");
  }

  @Test
  void whatWasRefusedForATakenNameIsLoadedOnceTheNameIsFree() throws IOException {
    home.plug("twin.jar", Heartbeat.version(3).jar(folder));
    assertRefused("twin.jar", "already offered by good.jar");
    home.unplug("good.jar");
    shell.awaitError("plugin twin.jar: test.heartbeat 3.0.0");
  }

  @Test
  void onlyListedJarsAreLoadedWhereThereIsAList() throws IOException {
    Files.writeString(
        home.path().resolve("conf/plugins.sha256"), "0".repeat(64) + "  plugins/other.jar\n");
    home.plug("unlisted.jar", Heartbeat.named("unlisted", 1).jar(folder));
    assertRefused("unlisted.jar", "is not in conf/plugins.sha256");
  }

  private void assertRefused(String jar, String... reasons) {
    String refusal = "lethe: plugin " + jar + " is refused: ";
    shell.awaitError(refusal);
    assertThat(shell.errorsAbout(jar + " is refused")).hasSize(1);
    assertThat(shell.errorsAbout(jar + " is refused").get(0)).contains(reasons);
  }
}
