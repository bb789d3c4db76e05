package dev.lethe.report;

import dev.lethe.api.panel.Panel;
import dev.lethe.api.panel.PeoplePanel;
import dev.lethe.api.panel.TablePanel;
import dev.lethe.api.panel.TablePanel.Cell;
import dev.lethe.api.panel.TextPanel;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Panels as text. What has to be drawn to be understood is on the page alone. */
final class MarkdownPanels {
  private MarkdownPanels() {}

  /** Returns a panel as Markdown; empty where there is nothing to read. */
  static String of(Panel panel) {
    if (panel instanceof PeoplePanel people) {
      return block(people.explanation(), people(people));
    }
    if (panel instanceof TablePanel table) {
      return block(table.title() + ": " + table.explanation(), table(table));
    }
    return panel instanceof TextPanel text
        ? block(text.title() + ": " + text.explanation(), List.of())
        : "";
  }

  private static List<String> people(PeoplePanel panel) {
    List<String> lines = new ArrayList<>();
    lines.add("| name | member | group | before | after |");
    lines.add("|---|---|---|---|---|");
    for (PeoplePanel.Group group : panel.groups()) {
      for (PeoplePanel.Person person : group.people()) {
        lines.add(
            "| %s | %s | %s | %s | %s |"
                .formatted(
                    Markdown.text(person.name()),
                    member(person.member()),
                    Markdown.text(group.title()),
                    found(person.before(), person.foundBefore()),
                    found(person.after(), person.foundAfter())));
      }
    }
    return lines;
  }

  private static String member(@Nullable Boolean member) {
    if (member == null) {
      return "not known";
    }
    return member ? "yes" : "no";
  }

  private static String found(@Nullable Double score, @Nullable Boolean found) {
    String number = score == null ? "" : Numbers.plain(score);
    return Boolean.TRUE.equals(found) ? (number + " ✓").strip() : number;
  }

  private static List<String> table(TablePanel panel) {
    List<String> lines = new ArrayList<>();
    lines.add(row(panel.columns().stream().map(Markdown::text).toList()));
    lines.add("|" + "---|".repeat(panel.columns().size()));
    panel.rows().forEach(row -> lines.add(row(row.stream().map(MarkdownPanels::text).toList())));
    return lines;
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String text(Cell cell) {
    if (cell instanceof Cell.Number number) {
      return Numbers.plain(number.value());
    }
    return Markdown.text(cell instanceof Cell.Name name ? name.name() : ((Cell.Text) cell).text());
  }

  private static String block(String explanation, List<String> lines) {
    String text = Markdown.text(explanation);
    return lines.isEmpty() ? text : text + "\n\n" + String.join("\n", lines);
  }
}
