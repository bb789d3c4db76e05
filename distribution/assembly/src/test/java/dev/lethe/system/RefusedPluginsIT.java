package dev.lethe.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedPluginsIT {
  @TempDir static Path folder;
  static PluginShell opened;
  private final Home home = opened.home();
  private final LetheProcess shell = opened.process();

  @BeforeAll
  static void openTheShell() throws IOException {
    opened = PluginShell.in(folder);
  }

  @AfterAll
  static void closeTheShell() throws IOException {
    opened.close();
  }

  @AfterEach
  void leaveTheShellAsItWas() throws IOException {
    opened.restore();
  }

  @Test
  void aTruncatedJarIsRefusedAndTheVersionBeforeItStays() throws IOException {
    byte[] jar = Heartbeat.version(2).jar(folder);
    home.plug("good.jar", Arrays.copyOf(jar, jar.length / 2));
    opened.assertRefused("good.jar", "it is no valid jar", "version 1.0.0 stays");
  }

  @Test
  void aJarThatIsHalfCopiedIsNotLoadedAndTheWholeOneIs() throws IOException {
    byte[] jar = Heartbeat.named("slow", 1).jar(folder);
    Path copy = opened.plugins().resolve("slow.jar");
    Files.write(copy, Arrays.copyOf(jar, jar.length - 100));
    opened.assertRefused("slow.jar", "it is no valid jar");
    try (OutputStream rest = Files.newOutputStream(copy, StandardOpenOption.APPEND)) {
      rest.write(jar, jar.length - 100, 100);
    }
    shell.awaitError("plugin slow.jar: test.heartbeat 1.0.0");
  }

  @Test
  void aTextFileIsRefused() throws IOException {
    home.plug("text.jar", "hello".getBytes(StandardCharsets.UTF_8));
    opened.assertRefused("text.jar", "it is no valid jar");
  }

  @Test
  void aForeignJarIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
    }
    home.plug("foreign.jar", bytes.toByteArray());
    opened.assertRefused("foreign.jar", "its manifest has no header Lethe-Plugin");
  }

  @Test
  void aJarThatNeedsAPackageNobodyHasIsRefused() throws IOException {
    home.plug("needy.jar", Heartbeat.named("needy", 1).importing("nobody.has.this").jar(folder));
    opened.assertRefused("needy.jar", "nobody.has.this");
  }

  @Test
  void aJarBuiltForAnotherVersionOfAContractIsRefusedByBothVersions() throws IOException {
    home.plug(
        "future.jar",
        Heartbeat.named("future", 1)
            .importing("dev.lethe.api.verdict;version=\"[9.1,10)\"")
            .jar(folder));
    opened.assertRefused(
        "future.jar",
        "it was built for version [9.1.0,10.0.0) of dev.lethe.api.verdict, and here is 0.1.0;"
            + " build it against the sdk/ of this Lethe");
  }

  @Test
  void aJarThatLacksOneOfItsClassesIsRefused() throws IOException {
    home.plug("holey.jar", Heartbeat.named("holey", 1).jar(folder, "plug/PlugSettings.class"));
    opened.assertRefused("holey.jar", "plug/PlugSettings");
  }

  @Test
  void aNameThatIsTakenIsRefused() throws IOException {
    home.plug("twin.jar", Heartbeat.version(3).jar(folder));
    opened.assertRefused("twin.jar", "Evaluation 'heartbeat' is already offered by good.jar");
    home.plug("idle.jar", Heartbeat.named("zero-shot", 3).jar(folder));
    opened.assertRefused(
        "idle.jar", "Evaluation 'zero-shot' is already offered by dev.lethe.evaluation");
  }

  @Test
  void whatWasRefusedForATakenNameIsLoadedOnceTheNameIsFree() throws IOException {
    home.plug("twin.jar", Heartbeat.version(3).jar(folder));
    opened.assertRefused("twin.jar", "already offered by good.jar");
    home.unplug("good.jar");
    shell.awaitError("plugin twin.jar: test.heartbeat 3.0.0");
  }

  @Test
  void onlyListedJarsAreLoadedWhereThereIsAList() throws IOException {
    Files.writeString(opened.allowList(), "0".repeat(64) + "  plugins/other.jar\n");
    home.plug("unlisted.jar", Heartbeat.named("unlisted", 1).jar(folder));
    opened.assertRefused("unlisted.jar", "is not in conf/plugins.sha256");
  }
}
