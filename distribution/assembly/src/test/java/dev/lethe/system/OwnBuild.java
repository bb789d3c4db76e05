package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The build of a plugin outside the tree, by Maven, as its author runs it. */
final class OwnBuild {
  private static final String VERSION_LINE = "  <version>%s</version>\n  <name>";

  private final Path folder;
  private String version = "1.0.0";

  /** Takes the folder of its pom. */
  OwnBuild(Path folder) {
    this.folder = folder;
  }

  /** Builds and tests; returns the jar. */
  byte[] verify() throws IOException {
    return build("verify");
  }

  /** Builds without tests; returns the jar. */
  byte[] packed() throws IOException {
    return build("package", "-DskipTests");
  }

  void setVersion(String other) throws IOException {
    Path pom = folder.resolve("pom.xml");
    String before = VERSION_LINE.formatted(version);
    assertThat(pom).content().contains(before);
    Files.writeString(pom, Files.readString(pom).replace(before, VERSION_LINE.formatted(other)));
    version = other;
  }

  private byte[] build(String... goals) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("lethe.root"), "mvnw").toString());
    command.addAll(List.of("-q", "-B", "-f", folder.resolve("pom.xml").toString()));
    // What it takes from the distribution is kept beside it, and nothing in the user's repository.
    command.add("-Dmaven.repo.local=" + folder.resolveSibling("repository"));
    command.add("-Dmaven.repo.local.tail=" + System.getProperty("lethe.repository"));
    command.add("-Daether.offline.protocols=file");
    if ("offline=true".equals(System.getProperty("lethe.maven"))) {
      command.add("-o");
    }
    command.addAll(List.of(goals));
    Process maven =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(maven.waitFor()).as(said).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    String jar = "%s-%s.jar".formatted(folder.getFileName(), version);
    return Files.readAllBytes(folder.resolve("target").resolve(jar));
  }
}
