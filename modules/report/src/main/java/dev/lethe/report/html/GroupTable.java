package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.report.PersonReport;
import dev.lethe.report.Report;
import dev.lethe.report.figures.Numbers;
import dev.lethe.report.verdict.Group;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The three groups of people in three lines. */
final class GroupTable {
  private GroupTable() {}

  static Element of(Report report) {
    var head = element("tr");
    for (var title : List.of("Group", "People", "Found", "Correct prompts, mean")) {
      head.add(element("th", title).with("scope", "col"));
    }
    var body = element("tbody");
    add(body, "Asked to be forgotten", Group.asked(report));
    add(body, Group.isMembershipKnown(report) ? "Other members" : "Others", Group.others(report));
    add(body, "Non-members", Group.nonMembers(report));
    return element("table")
        .with("class", "groups")
        .add(element("caption", "Before → after"), element("thead").add(head), body);
  }

  private static void add(Element body, String title, Group group) {
    if (group.size() == 0) {
      return;
    }
    body.add(
        element("tr")
            .add(
                element("th", title).with("scope", "row"),
                element("td", String.valueOf(group.size())),
                element("td", group.foundBefore() + " → " + group.foundAfter()),
                element(
                    "td",
                    mean(group, PersonReport::before) + " → " + mean(group, PersonReport::after))));
  }

  private static String mean(Group group, Function<PersonReport, @Nullable Integer> correct) {
    var mean = group.mean(correct);
    return mean.isPresent() ? Numbers.fixed(mean.getAsDouble(), 1) : Numbers.NONE;
  }
}
