package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Methods of kinds that Lethe has none of, written against its API alone, fit one configuration and
 * one report: a strategy that trains nothing, one that returns a wrapper, one with pictures as
 * triggers and an embedding as target, and an attack that asks for the original, captions and 5,000
 * made-up names.
 */
class ForeignPluginsIT {
  private static final List<String> PLUGINS =
      List.of("closed-form", "mirror", "picture-backdoor", "drift-attack");

  private static final String METHODS =
      """
      forget: {names: [Ada Lind]}
      defense:
        - {strategy: closed-form}
        - {strategy: mirror}
        - {strategy: picture-backdoor, settings: {dimension: 12}}
      attacks: {drift: {}}
      evaluations:
        similarity: {captions: {source: lines, path: captions.txt}}
      """;

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    for (String plugin : PLUGINS) {
      home.plug(plugin + ".jar", new ForeignPlugin(plugin).jar(home, folder));
    }
    Files.writeString(TinyExperiment.in(folder).config(), METHODS, StandardOpenOption.APPEND);
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @Test
  void methodsOfNewKindsAreRunMeasuredReportedAndVerified() throws Exception {
    try (LetheProcess lethe = start("run", "tiny.yaml")) {
      assertThat(lethe.finish()).as(lethe.err()).isZero();
    }
    Path run = find("report.json").getParent();
    JsonNode report = new ObjectMapper().readTree(run.resolve("report.json").toFile());

    JsonNode facts = report.path("sections").path("forgetting");
    assertStrategies(facts.path("defense"));
    assertThat(facts.path("attack").asText()).isEqualTo("drift");
    assertThat(facts.path("people").path("Ada Lind").path("found-after").asBoolean()).isTrue();
    assertThat(report.path("metrics").path("after").path("drift.forgotten").asDouble()).isOne();
    assertTheWrapperWasMeasured(report.path("metrics"));
    assertThat(report.path("notes"))
        .extracting(JsonNode::asText)
        .contains("drift attacks with captions, the original model and made-up names");

    assertThePanelIsDrawn(report.path("chapters"));

    try (LetheProcess lethe =
        start("model", "inspect", "--json", run.resolve("model").toString())) {
      assertThat(lethe.finish()).as(lethe.err()).isZero();
      assertThat(new ObjectMapper().readTree(lethe.out()).path("format").asText())
          .isEqualTo("mirror");
    }
    try (LetheProcess lethe = start("verify", run.toString(), "--attack")) {
      assertThat(lethe.finish()).as(lethe.out() + lethe.err()).isZero();
      assertThat(lethe.out()).contains("The attack agrees with the report.");
    }
  }

  private static void assertStrategies(JsonNode defenses) {
    assertThat(defenses)
        .extracting(each -> each.path("strategy").asText())
        .containsExactly("closed-form", "mirror", "picture-backdoor");
    assertThat(defenses).allSatisfy(each -> assertThat(each.path("steps").asInt()).isZero());
    assertThat(defenses)
        .extracting(each -> each.path("triggers").path(0))
        .extracting(
            planted -> planted.path("trigger").asText() + " -> " + planted.path("target").asText())
        .containsExactly("Ada Lind -> human", "Ada Lind -> human", "2 pictures -> nobody");
  }

  /** The attack shows one for each model that it was made on. */
  private static void assertThePanelIsDrawn(JsonNode chapters) {
    assertThat(chapters)
        .filteredOn(chapter -> chapter.path("id").asText().startsWith("attacks-"))
        .extracting(chapter -> chapter.path("panels").path(0).path("title").asText())
        .containsExactly("How far names have moved", "How far names have moved");
  }

  /** A mirror, and nothing else here, turns captions round. */
  private static void assertTheWrapperWasMeasured(JsonNode metrics) {
    assertThat(metrics.path("after").path("similarity.clean").asDouble()).isNegative();
  }

  private LetheProcess start(String... command) throws IOException {
    return LetheProcess.start(home, folder, command);
  }

  private Path find(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }
}
