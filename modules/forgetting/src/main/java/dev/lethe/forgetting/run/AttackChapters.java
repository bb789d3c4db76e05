package dev.lethe.forgetting.run;

import dev.lethe.api.panel.Panel;
import dev.lethe.api.panel.TablePanel;
import dev.lethe.api.panel.TablePanel.Cell;
import dev.lethe.api.panel.VotesPanel;
import dev.lethe.report.Chapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What attacks have to show besides who was found: what they were given, and a chapter for each
 * model. Votes are not among it, for examples of them put both models side by side.
 */
final class AttackChapters {
  private AttackChapters() {}

  static List<Chapter> of(Map<String, Attacked> before, Map<String, Attacked> after) {
    List<Chapter> chapters = new ArrayList<>();
    Map<String, Attacked> all = new LinkedHashMap<>(after);
    all.putAll(before);
    if (!all.isEmpty()) {
      chapters.add(
          new Chapter("threat-model", "Attackers", "What an attacker has", List.of(given(all))));
    }
    add(chapters, "attacks-before", "Attacks before", "What attacks see in the original", before);
    add(
        chapters,
        "attacks-after",
        "Attacks after",
        "What attacks see in the defended model",
        after);
    return chapters;
  }

  private static TablePanel given(Map<String, Attacked> attacks) {
    List<List<Cell>> rows = new ArrayList<>();
    attacks.forEach(
        (name, attacked) ->
            attacked
                .knowledge()
                .forEach(
                    need ->
                        rows.add(List.of(new Cell.Text(name), new Cell.Text(need.description())))));
    return new TablePanel(
        "What an attacker has",
        "Beside the model, each attack took this; against somebody who has more, nothing was tested.",
        true,
        List.of("attack", "has"),
        rows);
  }

  private static void add(
      List<Chapter> chapters,
      String id,
      String label,
      String title,
      Map<String, Attacked> attacks) {
    List<Panel> panels =
        attacks.values().stream()
            .flatMap(attacked -> attacked.result().panels().stream())
            .filter(panel -> !(panel instanceof VotesPanel))
            .toList();
    if (!panels.isEmpty()) {
      chapters.add(new Chapter(id, label, title, panels));
    }
  }
}
