package dev.lethe.attack.idia;

import dev.lethe.api.attack.Finding;
import dev.lethe.api.panel.TablePanel;
import dev.lethe.api.panel.TablePanel.Cell;
import java.util.ArrayList;
import java.util.List;

/** In how many draws each person was found. */
final class DrawsPanel {
  private DrawsPanel() {}

  /**
   * Returns the table.
   *
   * @param draws the findings of each, everybody in the same order
   */
  static TablePanel of(List<List<Finding>> draws) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < draws.get(0).size(); i++) {
      int person = i;
      List<Finding> findings = draws.stream().map(draw -> draw.get(person)).toList();
      var scores = findings.stream().mapToDouble(Finding::score).summaryStatistics();
      rows.add(
          List.of(
              new Cell.Name(findings.get(0).subject()),
              new Cell.Number(findings.stream().filter(Finding::recognized).count()),
              new Cell.Number(scores.getMin()),
              new Cell.Number(scores.getAverage()),
              new Cell.Number(scores.getMax())));
    }
    return new TablePanel(
        "Found over draws",
        "In how many of %d draws of pictures and candidates each person is found, and how many prompts are right in a draw."
            .formatted(draws.size()),
        false,
        List.of("person", "draws found in", "fewest right", "mean right", "most right"),
        rows);
  }
}
