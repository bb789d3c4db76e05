package dev.lethe.experiment.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.experiment.report.requirement.Requirements;
import dev.lethe.experiment.report.verdict.Verdict;
import dev.lethe.experiment.store.Json;
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
  static JsonNode of(Report report) {
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

  /** Returns what a report is read from. */
  static JsonNode facts(JsonNode document) {
    ObjectNode facts = document.deepCopy();
    facts.remove(VERDICT);
    facts.remove(REQUIREMENTS);
    return facts;
  }
}
