package dev.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostPackagesTest {
  @TempDir Path folder;

  @Test
  void everyPackageWithClassesIsExportedOnceWithTheVersionOfItsJar() throws IOException {
    jar(
        "slf4j-api-2.0.20.jar",
        "org/slf4j/Logger.class",
        "org/slf4j/Marker.class",
        "org/slf4j/spi/A.class");
    jar("pytorch-jni-2.7.1-0.35.1.jar", "ai/djl/pytorch/jni/Lib.class");
    jar("guess-33.8.0-jre.jar", "g/A.class");
    assertThat(HostPackages.of(folder).split(","))
        .containsExactly(
            "ai.djl.pytorch.jni;version=\"2.7.1\"",
            "g;version=\"33.8.0\"",
            "org.slf4j.spi;version=\"2.0.20\"",
            "org.slf4j;version=\"2.0.20\"");
  }

  @Test
  void aJarWithoutAVersionInItsNameHasTheLowest() throws IOException {
    jar("plain.jar", "plain/A.class");
    assertThat(HostPackages.of(folder)).isEqualTo("plain;version=\"0\"");
  }

  @Test
  void resourcesModuleInfoAndOtherVersionsOfClassesAreNoPackages() throws IOException {
    jar(
        "a-1.jar",
        "module-info.class",
        "META-INF/versions/17/a/Newer.class",
        "b/data.txt",
        "a/A.class");
    Files.writeString(folder.resolve("notes.txt"), "no jar");
    assertThat(HostPackages.of(folder)).isEqualTo("a;version=\"1\"");
  }

  private void jar(String name, String... entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name));
        JarOutputStream jar = new JarOutputStream(out)) {
      for (String entry : entries) {
        jar.putNextEntry(new ZipEntry(entry));
      }
    }
  }
}
