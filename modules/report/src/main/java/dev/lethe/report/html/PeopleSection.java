package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.report.Report;
import dev.lethe.report.verdict.Group;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;

/** Correct prompts of every person attacked, before and after. */
final class PeopleSection {
  private PeopleSection() {}

  static Section of(Report report) {
    int most =
        Math.max(
            1,
            report.people().values().stream()
                .flatMap(person -> Stream.of(person.before(), person.after()))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1));
    var content = new ArrayList<Element>();
    content.add(
        element(
                "p",
                "For each prompt the attack chooses the candidate name nearest to most of a"
                    + " person's pictures. The more prompts give the right name, the better the"
                    + " model knows who this is. ✓ marks whom the attack now calls a member.")
            .with("class", "lead"));
    boolean compared = report.people().values().stream().anyMatch(person -> person.after() != null);
    if (compared) {
      content.add(
          element("div")
              .with("class", "overview")
              .add(PeopleScatter.of(report, most), GroupTable.of(report)));
    }
    content.add(controls(compared));
    boolean known = Group.isMembershipKnown(report);
    add(content, "Asked to be forgotten", "whom the defense was for", Group.asked(report), most);
    add(
        content,
        known ? "Members" : "Others",
        (known ? "in the training data" : "it is not known whether they were in the training data")
            + (report.defense().isEmpty() ? "" : ", did not ask"),
        Group.others(report),
        most);
    add(content, "Non-members", "not in the training data", Group.nonMembers(report), most);
    return new Section("people", "Person by person", "Person by person", content);
  }

  private static void add(
      ArrayList<Element> content, String title, String meaning, Group group, int most) {
    if (group.size() == 0) {
      return;
    }
    var list = element("ul").with("class", "people");
    group.people().forEach((name, person) -> list.add(PersonRow.of(name, person, most)));
    var found =
        !group.attackedBefore()
            ? "not attacked"
            : group.attackedAfter()
                ? "found %s before, %s after".formatted(group.foundBefore(), group.foundAfter())
                : "found %s".formatted(group.foundBefore());
    content.add(
        element("details")
            .with("open", "open")
            .with("class", "group")
            .add(
                element("summary")
                    .add(
                        element("h3", title + " (" + group.size() + ")"),
                        element("span", meaning + "; " + found).with("class", "meaning")),
                list));
  }

  /** Returns controls that the script shows; without it the list is complete and sorted by name. */
  private static Element controls(boolean compared) {
    var order =
        element("select")
            .with("id", "people-order")
            .add(element("option", "name").with("value", "name"), option("before", compared));
    var controls =
        element("div")
            .with("class", "controls")
            .with("hidden", "hidden")
            .add(
                element("label", "Sort by ").add(order),
                element("label", "Find ")
                    .add(
                        element("input")
                            .with("id", "people-find")
                            .with("type", "search")
                            .with("autocomplete", "off")));
    if (compared) {
      order.add(option("after", true), element("option", "largest change").with("value", "change"));
      controls.add(
          element("label")
              .add(element("input").with("id", "people-changed").with("type", "checkbox"))
              .text(" changed only"));
    }
    return controls.add(element("output").with("id", "people-shown").with("aria-live", "polite"));
  }

  private static Element option(String when, boolean compared) {
    return element("option", compared ? "most correct " + when : "most correct")
        .with("value", when);
  }
}
