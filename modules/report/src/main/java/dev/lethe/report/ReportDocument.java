package dev.lethe.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.io.json.Json;
import dev.lethe.report.requirement.Requirements;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as JSON. What was required stands in it for programs, after the verdict; it follows from
 * the rest, so that it is never read.
 */
public final class ReportDocument {
  private static final String VERDICT = "verdict";
  private static final String REQUIREMENTS = "requirements";

  private ReportDocument() {}

  /**
   * Returns the content of {@code report.json} as maps, lists and what stands in them.
   *
   * @param requirements what is told of the requirements
   */
  public static Map<String, @Nullable Object> map(Report report, Requirements requirements) {
    return Json.map(of(report, requirements));
  }

  /** Returns the content of {@code report.json}. */
  public static String json(Report report) {
    return Json.pretty(tree(report));
  }

  static JsonNode tree(Report report) {
    return of(report, Requirements.of(report));
  }

  private static JsonNode of(Report report, Requirements requirements) {
    ObjectNode plain = Json.tree(report).deepCopy();
    ObjectNode document = plain.objectNode();
    for (Map.Entry<String, JsonNode> field : plain.properties()) {
      document.set(field.getKey(), field.getValue());
      if (field.getKey().equals(VERDICT)) {
        document.set(REQUIREMENTS, Json.tree(requirements.json()));
      }
    }
    return document;
  }

  /** Returns what a report is read from: a document without what follows from the rest. */
  public static JsonNode facts(JsonNode document) {
    ObjectNode facts = document.deepCopy();
    facts.remove(REQUIREMENTS);
    return facts;
  }
}
