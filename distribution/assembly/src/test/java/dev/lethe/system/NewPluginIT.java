package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever begins a plugin has one that works, whatever its kind. */
class NewPluginIT {
  private static final String NAME = "my-thing";
  private static final String JAR = NAME + ".jar";

  private static final String DEFENDED =
      """
      extends: tiny.yaml
      captions: {held-out: 0.4}
      forget: {names: [Ada Lind]}
      defense:
        strategy: text-backdoor
        settings: {steps: 1, clean-batch: 2, backdoor-batch: 2}
      """;

  /** A configuration that uses the plugin, for each kind. */
  private static final Map<String, String> USES =
      Map.of(
          "regularizer",
          DEFENDED + "  regularizers: {my-thing: {weight: 0.1}}\n",
          "strategy",
          "extends: tiny.yaml\nforget: {names: [Ada Lind]}\ndefense: {strategy: my-thing}\n",
          "attack",
          "extends: tiny.yaml\nattacks: {my-thing: {}}\n",
          "evaluation",
          DEFENDED + "evaluations: {my-thing: {}}\n",
          "source",
          DEFENDED.replace("{held-out: 0.4}", "{source: my-thing}"),
          "format",
          "extends: tiny.yaml\nmodel: {path: short}\nattacks: {idia: {threshold: 1}}\n");

  @TempDir Path folder;
  private Home home;

  static List<String> kinds() {
    return Arrays.asList(System.getProperty("lethe.kinds", "regularizer,strategy").split(","));
  }

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    TinyExperiment.in(folder);
    Path link = Files.createDirectory(folder.resolve("short")).resolve(NAME + ".txt");
    Files.writeString(link, "../model");
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aPluginIsBegunBuiltDroppedRunReplacedAndRemovedWhileTheShellRuns(String kind)
      throws Exception {
    Files.writeString(folder.resolve("mine.yaml"), USES.get(kind));
    try (LetheProcess shell = LetheProcess.start(home, folder, "shell")) {
      shell.type("new plugin " + NAME + " --kind " + kind);
      shell.awaitOutput("Build it with:");
      OwnBuild build = new OwnBuild(folder.resolve(NAME));

      home.plug(JAR, build.verify());
      shell.awaitError("plugin my-thing.jar: org.example.my-thing 1.0.0");
      shell.type("run mine.yaml --out one");
      shell.await("the first run", () -> !report("one").isEmpty());
      assertThat(report("one")).contains("org.example.my-thing", "\"1.0.0\"");

      build.setVersion("2.0.0");
      home.plug(JAR, build.packed());
      shell.awaitError("plugin my-thing.jar: org.example.my-thing 2.0.0");
      shell.type("run mine.yaml --out two");
      shell.await("the second run", () -> !report("two").isEmpty());
      assertThat(report("two")).contains("org.example.my-thing", "\"2.0.0\"");

      shell.type("plugin remove " + NAME);
      shell.awaitOutput("Removed plugins/my-thing.jar (org.example.my-thing 2.0.0)");
      shell.type("try { run mine.yaml --out three } { echo over }");
      shell.awaitError(
          kind.equals("format") ? "short is no checkpoint that can be read" : "named 'my-thing'");
      shell.type("exit");
      assertThat(shell.finish()).isZero();
      assertThat(shell.out() + shell.err()).doesNotContain("\tat ");
    }
  }

  private String report(String out) {
    try (Stream<Path> files = Files.walk(folder.resolve(out))) {
      List<Path> reports = files.filter(file -> file.endsWith("report.json")).toList();
      return reports.isEmpty() ? "" : Files.readString(reports.get(0));
    } catch (IOException | UncheckedIOException e) {
      return ""; // a file was renamed meanwhile
    }
  }
}
