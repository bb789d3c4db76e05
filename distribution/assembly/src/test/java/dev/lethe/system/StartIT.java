package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {
  private static final Path ASSEMBLED = Path.of(System.getProperty("lethe.home"));
  private static final String ARCHIVE =
      "lib/classes-%s.jsa".formatted(System.getProperty("java.version"));
  private static final Pattern LIBRARY = Pattern.compile("\"engine.library\":\"([^\"]+)\"");

  @TempDir Path folder;

  /** What a process wrote, its failures behind its results. */
  private record Answer(int code, String text) {}

  @Test
  void theVersionIsThatOfTheBuildHoweverItIsAsked() throws Exception {
    Properties build = new Properties();
    try (var reader = Files.newBufferedReader(ASSEMBLED.resolve("conf/build.properties"))) {
      build.load(reader);
    }
    Answer quick = lethe(Map.of(), "--version");
    assertThat(quick.text())
        .isEqualTo(
            "lethe %s (%s), Java %s%n",
            build.getProperty("version"),
            build.getProperty("git-revision"),
            System.getProperty("java.version"));
    assertThat(lethe(Map.of(), "-V")).isEqualTo(quick);
    assertThat(lethe(Map.of(), "plugins", "--version").code()).isEqualTo(2);
  }

  @Test
  void everyBuildLeavesTheMarkThatSparesTheNextStartOne() throws Exception {
    Path mark = ASSEMBLED.resolveSibling("built");
    assumeTrue(Files.exists(ASSEMBLED.resolve(ARCHIVE)), "this system has no ./lethe");
    assertThat(Files.getLastModifiedTime(mark))
        .isLessThan(Files.getLastModifiedTime(ASSEMBLED.resolve(ARCHIVE)));
  }

  /** A jar among the bundles cannot be replaced or taken away while Lethe runs. */
  @Test
  void everyPluginOfTheSourceTreeIsDroppedInAndNoPartOfTheRest() throws Exception {
    Path sources = Path.of(System.getProperty("lethe.root")).resolve("plugins");
    List<String> plugins = new ArrayList<>();
    try (Stream<Path> folders = Files.list(sources)) {
      folders
          .filter(each -> Files.exists(each.resolve("pom.xml")))
          .forEach(each -> plugins.add("lethe-" + each.getFileName() + ".jar"));
    }
    List<String> droppable = names("plugins");
    droppable.addAll(names("optional"));
    assertThat(plugins).isNotEmpty();
    assertThat(droppable).containsAll(plugins);
    assertThat(names("bundles"))
        .noneMatch(
            jar -> plugins.stream().anyMatch(each -> jar.startsWith(each.replace(".jar", "-"))));
  }

  private static List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(ASSEMBLED.resolve(folder))) {
      return new ArrayList<>(files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void theClassesOfTheBuildAreUsed() throws Exception {
    assumeTrue(Files.exists(ASSEMBLED.resolve(ARCHIVE)), "the build has kept no classes");
    Path log = Files.createDirectory(folder.resolve("with space")).resolve("classes");
    lethe(Map.of("LETHE_JAVA_OPTS", "'-Xlog:class+load:file=" + log + "' -Xmx1g"), "plugins");
    // From a folder whose path a URL escapes Java 17 keeps the classes of bundles alone.
    boolean plain = !ASSEMBLED.toUri().getRawPath().contains("%");
    String kept = plain ? "org.apache.felix.framework.Felix" : "dev.lethe.runtime.PublishedPlugin";
    assertThat(Files.readAllLines(log))
        .filteredOn(line -> line.contains("shared objects file (top)"))
        .anyMatch(line -> line.contains(" " + kept + " "));
  }

  @Test
  void classesThatDoNotFitAreNoNews() throws Exception {
    try (Home home = Home.in(folder)) {
      Files.delete(home.path().resolve("lib"));
      copyLinks(ASSEMBLED.resolve("lib"), Files.createDirectory(home.path().resolve("lib")));
      Path archive = home.path().resolve(ARCHIVE);
      Files.deleteIfExists(archive);
      Answer without = lethe(home.path(), Map.of(), "plugins");
      Files.writeString(archive, "no archive");
      assertThat(lethe(home.path(), Map.of(), "plugins")).isEqualTo(without);
      if (Files.exists(ASSEMBLED.resolve(ARCHIVE))) {
        Files.copy(ASSEMBLED.resolve(ARCHIVE), archive, StandardCopyOption.REPLACE_EXISTING);
        assertThat(lethe(home.path(), Map.of(), "plugins")).isEqualTo(without);
      }
      removeLinks(home.path().resolve("lib"));
    }
  }

  @Test
  void aLibraryOfTheUsersOwnIsTaken() throws Exception {
    Matcher shipped = LIBRARY.matcher(lethe(Map.of(), "device", "--json").text());
    assertThat(shipped.find()).isTrue();
    Path own = Files.createDirectory(folder.resolve("torch"));
    try (Stream<Path> files = Files.list(Path.of(shipped.group(1)))) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().contains("djl")) {
          Files.createSymbolicLink(own.resolve(file.getFileName()), file);
        }
      }
    }
    Answer taken = lethe(Map.of("PYTORCH_LIBRARY_PATH", own.toString()), "device", "--json");
    assertThat(taken.text()).contains("\"engine.library\":\"" + own + "\"");
    assertThat(taken.code()).isZero();
  }

  @Test
  void aLibraryThatDoesNotFitIsOneLine() throws Exception {
    Path own = Files.createDirectory(folder.resolve("torch"));
    Files.writeString(own.resolve("libtorch.so"), "no library");
    Answer answer = lethe(Map.of("PYTORCH_LIBRARY_PATH", own.toString()), "device", "--json");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.text())
        .contains("\"engine.missing\"")
        .contains("PYTORCH_LIBRARY_PATH=" + own)
        .doesNotContain("\tat ");
  }

  private static Answer lethe(Map<String, String> environment, String... args) throws Exception {
    return lethe(ASSEMBLED, environment, args);
  }

  private static Answer lethe(Path home, Map<String, String> environment, String... args)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/lethe").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes());
    return new Answer(process.waitFor(), text);
  }

  private static void copyLinks(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.createSymbolicLink(to.resolve(file.getFileName()), file);
      }
    }
  }

  private static void removeLinks(Path lib) throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
