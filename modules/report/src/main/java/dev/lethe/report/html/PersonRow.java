package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.panel.PeoplePanel.Person;
import dev.lethe.report.figures.Numbers;
import org.jspecify.annotations.Nullable;

/** One person's score: two dots on a line, and the same in numbers. */
final class PersonRow {
  private PersonRow() {}

  static Element of(Person person, double most) {
    var item =
        element("li")
            .with("data-name", person.name())
            .with("data-before", number(person.before()))
            .with("data-after", number(person.after()));
    var text =
        person.after() == null
            ? number(person.before())
            : number(person.before()) + " → " + number(person.after());
    item.add(
        element("span", person.name()).with("class", "name").with("title", person.name()),
        dumbbell(person, most),
        element("span", text).with("class", "counts"));
    if (Boolean.TRUE.equals(person.foundAfter())
        || person.foundAfter() == null && Boolean.TRUE.equals(person.foundBefore())) {
      item.add(
          element("span", "✓")
              .with("class", "found")
              .with("role", "img")
              .with("aria-label", "found"));
    }
    return item;
  }

  private static String number(@Nullable Double score) {
    return score == null ? Numbers.NONE : Numbers.plain(score);
  }

  private static Element dumbbell(Person person, double most) {
    var x = new Scale(0, most, 6, 114);
    var svg =
        element("svg")
            .with("viewBox", "0 0 120 16")
            .with("class", "dumbbell")
            .with("aria-hidden", "true")
            .add(Chart.line(6, 8, 114, 8, "rail"));
    if (person.before() != null && person.after() != null) {
      svg.add(Chart.line(x.at(person.before()), 8, x.at(person.after()), 8, "bridge"));
    }
    if (person.before() != null) {
      svg.add(Chart.dot(x.at(person.before()), 8, 4.5, "dot before"));
    }
    if (person.after() != null) {
      svg.add(Chart.dot(x.at(person.after()), 8, 3.5, "dot after"));
    }
    return svg;
  }
}
