package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.panel.PeoplePanel;
import dev.lethe.report.figures.Numbers;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The groups of people, a line for each. */
final class GroupTable {
  private GroupTable() {}

  static Element of(PeoplePanel panel) {
    var head = element("tr");
    for (var title : List.of("Group", "People", "Found", capital(panel.score()) + ", mean")) {
      head.add(element("th", title).with("scope", "col"));
    }
    var body = element("tbody");
    panel.groups().forEach(group -> body.add(row(group)));
    return element("table")
        .with("class", "groups")
        .add(element("caption", "Before → after"), element("thead").add(head), body);
  }

  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static Element row(PeoplePanel.Group group) {
    var counts = GroupCounts.of(group);
    return element("tr")
        .add(
            element("th", group.title()).with("scope", "row"),
            element("td", String.valueOf(group.people().size())),
            element("td", count(counts.before()) + " → " + count(counts.after())),
            element("td", mean(counts.meanBefore()) + " → " + mean(counts.meanAfter())));
  }

  private static String count(@Nullable Integer count) {
    return count == null ? Numbers.NONE : count.toString();
  }

  private static String mean(OptionalDouble mean) {
    return mean.isPresent() ? Numbers.fixed(mean.getAsDouble(), 1) : Numbers.NONE;
  }
}
