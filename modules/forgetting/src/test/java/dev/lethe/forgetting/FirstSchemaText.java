package dev.lethe.forgetting;

import dev.lethe.forgetting.finding.DefenseFacts;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.forgetting.finding.PersonFacts;
import dev.lethe.io.json.Json;
import dev.lethe.report.Report;
import dev.lethe.report.StoredArtifact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a report as {@code lethe.report/1} did, so that what is read of old runs can be tried. */
final class FirstSchemaText {
  private FirstSchemaText() {}

  static String of(Report report) {
    ForgettingFacts facts = TinyWorld.facts(report);
    Map<String, @Nullable Object> old = new LinkedHashMap<>();
    old.put("schema", "lethe.report/1");
    old.put("requirements", List.of());
    old.put("config", report.config());
    old.put("provenance", report.provenance());
    old.put("forgotten", facts.forgotten());
    old.put("metrics", report.metrics());
    old.put(
        "descriptions",
        report.descriptions().stream()
            .map(
                metric ->
                    Map.of(
                        "name", metric.name(),
                        "unit", metric.unit(),
                        "direction", metric.direction(),
                        "meaning", metric.meaning()))
            .toList());
    old.put("attack", facts.attack());
    Map<String, Object> people = new LinkedHashMap<>();
    facts.people().forEach((name, person) -> people.put(name, person(person)));
    old.put("people", people);
    List<Object> defense = new ArrayList<>();
    facts.defense().forEach(each -> defense.add(defense(each)));
    old.put("defense", defense);
    old.put("model", report.checkpoint().map(model -> model(model, facts)).orElse(null));
    old.put("examples", List.of());
    old.put("embedding-map", null);
    old.put("notes", report.notes());
    return Json.pretty(old);
  }

  private static Map<String, @Nullable Object> person(PersonFacts person) {
    Map<String, @Nullable Object> old = new LinkedHashMap<>();
    old.put("before", person.before());
    old.put("after", person.after());
    old.put("member", person.member());
    old.put("forgotten", person.asked());
    old.put("recognised-before", person.foundBefore());
    old.put("recognised-after", person.foundAfter());
    return old;
  }

  private static Map<String, @Nullable Object> defense(DefenseFacts defense) {
    Map<String, @Nullable Object> old = new LinkedHashMap<>(Json.map(Json.tree(defense)));
    old.put("history", List.of());
    return old;
  }

  private static Map<String, @Nullable Object> model(StoredArtifact model, ForgettingFacts facts) {
    Map<String, @Nullable Object> old = new LinkedHashMap<>();
    old.put("path", model.path());
    old.put("sha256", model.sha256());
    old.put("undefended", facts.undefended());
    return old;
  }
}
