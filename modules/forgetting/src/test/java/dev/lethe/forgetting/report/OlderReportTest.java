package dev.lethe.forgetting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.engine.recipe.OlderDocument;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.io.json.Json;
import dev.lethe.report.Chapter;
import dev.lethe.report.Report;
import dev.lethe.report.ReportDocument;
import dev.lethe.report.ReportForm;
import dev.lethe.report.Verdict.KeyFigure;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document is what version 0.1.0 wrote about a run of made-up people, its paths shortened. */
class OlderReportTest {
  private final Path file = file();
  private final JsonNode first = Json.read(file);
  private final Report report = upgraded(first, Map.of());

  @Test
  void theVerdictStaysWordForWord() {
    assertThat(report.verdict().outcome()).isEqualTo(first.at("/verdict/outcome").asText());
    assertThat(report.verdict().headline()).isEqualTo(first.at("/verdict/headline").asText());
    assertThat(report.verdict().lines()).isEqualTo(texts("/verdict/people"));
    assertThat(report.verdict().sentences()).isEqualTo(texts("/verdict/sentences"));
    assertThat(report.verdict().label()).isEqualTo("Not forgotten");
    assertThat(report.notes()).isEqualTo(texts("/notes"));
  }

  @Test
  void everyNumberStays() {
    ObjectNode document = (ObjectNode) ReportDocument.facts(document(report)).deepCopy();
    ObjectNode provenance = (ObjectNode) document.path("provenance");
    assertThat(provenance.remove("costs")).as("what is written since").isEmpty();
    Map<String, Object> written = Json.map(document);

    for (String key : List.of("config", "provenance", "metrics")) {
      assertThat(Json.canonical(Objects.requireNonNull(written.get(key))))
          .isEqualTo(Json.canonical(Json.map(first).get(key)));
    }
    ForgettingFacts facts = report.section(ForgettingFacts.SECTION, ForgettingFacts.class);
    assertThat(facts.forgotten()).isEqualTo(texts("/forgotten"));
    assertThat(facts.attack()).isEqualTo(first.path("attack").asText());
    assertThat(facts.people()).hasSize(first.path("people").size());
    facts
        .people()
        .forEach(
            (name, person) -> {
              JsonNode old = first.path("people").path(name);
              assertThat(person.before()).isEqualTo(old.path("before").asDouble());
              assertThat(person.after()).isEqualTo(old.path("after").asDouble());
              assertThat(person.asked()).isEqualTo(old.path("forgotten").asBoolean());
              assertThat(person.foundAfter()).isEqualTo(old.path("recognised-after").asBoolean());
            });
    assertThat(report.checkpoint().orElseThrow().sha256())
        .isEqualTo(first.at("/model/sha256").asText());
  }

  @Test
  void whatWasOnThePageIsThere() {
    assertThat(report.chapters())
        .extracting(Chapter::id)
        .containsExactly("people", "examples", "map", "training");
    assertThat(report.verdict().figures())
        .extracting(KeyFigure::label)
        .containsExactly(
            "Found of those who asked",
            "Other members found",
            "Non-members called members",
            "Zero-shot accuracy");
    assertThat(report.limits().limits()).hasSize(8);
    assertThat(ReportForm.HISTORY.render(report).lines())
        .hasSize(1 + first.at("/defense/0/history").size());
    assertThat(ReportForm.PAGE.render(report)).contains(first.at("/verdict/headline").asText());
  }

  @Test
  void itIsWrittenAndReadAsOneOfToday(@TempDir Path folder) throws Exception {
    Path again = Files.writeString(folder.resolve("report.json"), ReportDocument.json(report));

    assertThat(Json.value(ReportDocument.facts(Json.read(again)), Report.class, again))
        .isEqualTo(report);
  }

  @Test
  void anOlderKeyBringsNamesBack() {
    String name = texts("/forgotten").get(0);

    Report named = upgraded(first, Map.of(name, "Nemo"));

    assertThat(named.section(ForgettingFacts.SECTION, ForgettingFacts.class).people())
        .containsKey("Nemo")
        .doesNotContainKey(name);
    assertThat(named.verdict().lines().toString()).contains("Nemo").doesNotContain(name);
  }

  @Test
  void whatIsNoReportOfThisRecipeIsLeftToOthers() {
    ObjectNode other = first.deepCopy();
    other.put("schema", "elsewhere.report/7");

    assertThat(OlderReport.upgraded(new OlderDocument(other, file, Map.of(), null))).isEmpty();
  }

  @Test
  void aDamagedOneIsNamed() {
    ObjectNode damaged = first.deepCopy();
    damaged.put("people", "everybody");

    assertThatThrownBy(() -> upgraded(damaged, Map.of()))
        .isInstanceOf(LetheException.class)
        .hasMessageStartingWith(file + " is damaged");
  }

  private Report upgraded(JsonNode document, Map<String, String> names) {
    return OlderReport.upgraded(new OlderDocument(document, file, names, null)).orElseThrow();
  }

  private static JsonNode document(Report report) {
    return Json.written(Json.tree(report));
  }

  private List<String> texts(String place) {
    List<String> texts = new ArrayList<>();
    first.at(place).forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static Path file() {
    try {
      return Path.of(
          Objects.requireNonNull(OlderReportTest.class.getResource("first.json")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
