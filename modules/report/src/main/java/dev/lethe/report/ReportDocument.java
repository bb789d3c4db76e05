package dev.lethe.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.io.json.Json;
import dev.lethe.report.requirement.Requirements;
import dev.lethe.report.verdict.Verdict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as JSON. The verdict and the requirements stand in it for programs, after the schema;
 * they follow from the rest, so that they are never read.
 */
public final class ReportDocument {
  private static final String SCHEMA = "schema";
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
    ObjectNode rest = Json.tree(report).deepCopy();
    ObjectNode document = rest.objectNode();
    document.set(SCHEMA, rest.remove(SCHEMA));
    document.set(VERDICT, verdict(Verdict.of(report)));
    document.set(REQUIREMENTS, Json.tree(requirements.json()));
    return document.setAll(rest);
  }

  private static JsonNode verdict(Verdict verdict) {
    ObjectNode tree = Json.tree(verdict).deepCopy();
    return tree.put("outcome", verdict.outcome().id());
  }

  /** Returns what a report is read from: a document without what follows from the rest. */
  public static JsonNode facts(JsonNode document) {
    ObjectNode facts = document.deepCopy();
    facts.remove(VERDICT);
    facts.remove(REQUIREMENTS);
    return facts;
  }
}
