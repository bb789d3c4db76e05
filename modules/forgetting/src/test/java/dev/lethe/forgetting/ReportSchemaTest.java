package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.lethe.engine.RunRequest;
import dev.lethe.io.json.Json;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs write is what the published schema says. */
class ReportSchemaTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(Json.read(Path.of("../../docs/report-2.schema.json")));

  @TempDir static Path folder;
  @TempDir static Path out;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
  }

  @Test
  void theReportOfADefenseIsValid() {
    assertThat(problems(report(world.request(out)))).isEmpty();
  }

  @Test
  void theReportOfAnAuditIsValid() {
    assertThat(problems(report(world.request(out, "defense=")))).isEmpty();
  }

  @Test
  void aRedactedReportIsValidAndSoIsTheOneWithNames() {
    Path directory = TinyWorld.run(world.redacted(out)).directory();

    assertThat(problems(Json.read(directory.resolve("report.json")))).isEmpty();
    assertThat(problems(Json.read(TinyWorld.key(directory).resolve("report.json")))).isEmpty();
  }

  @Test
  void aReportWithoutAttacksIsValid() {
    assertThat(
            problems(
                report(
                    world.request(
                        out, "attacks=", "evaluations.collateral=", "forget.names=[Ada Byron]"))))
        .isEmpty();
  }

  @Test
  void whatIsNoReportIsRefused() {
    ObjectNode report = report(world.request(out)).deepCopy();
    report.put("shcema", "lethe.report/2");
    ((ObjectNode) report.path("verdict")).put("tone", "splendid");
    ((ObjectNode) report.at("/chapters/0/panels/0")).put("kind", "hologram");

    assertThat(problems(report).toString())
        .contains("shcema", "$.verdict.tone", "$.chapters[0].panels[0]");
  }

  private static JsonNode report(RunRequest request) {
    return Json.read(TinyWorld.run(request).directory().resolve("report.json"));
  }

  private static Set<ValidationMessage> problems(JsonNode report) {
    return SCHEMA.validate(report);
  }
}
