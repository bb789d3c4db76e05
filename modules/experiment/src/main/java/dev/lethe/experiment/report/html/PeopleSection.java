package dev.lethe.experiment.report.html;

import static dev.lethe.experiment.report.html.Element.element;

import dev.lethe.experiment.report.PersonReport;
import dev.lethe.experiment.report.Report;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    if (report.people().values().stream().anyMatch(person -> person.after() != null)) {
      content.add(
          element("div")
              .with("class", "overview")
              .add(PeopleScatter.of(report, most), GroupTable.of(report)));
    }
    content.add(controls());
    add(content, "Forgotten", "asked to be forgotten", Group.forgotten(report), most);
    add(
        content,
        "Members",
        "named in training, not to be forgotten",
        Group.otherMembers(report),
        most);
    add(content, "Non-members", "never named in training", Group.nonMembers(report), most);
    return new Section("people", "Person by person", "Person by person", content);
  }

  private static void add(
      ArrayList<Element> content, String title, String meaning, Group group, int most) {
    if (group.size() == 0) {
      return;
    }
    var list = element("ul").with("class", "people");
    group.people().forEach((name, person) -> list.add(row(name, person, most)));
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
  private static Element controls() {
    var order = element("select").with("id", "people-order");
    order.add(
        element("option", "name").with("value", "name"),
        element("option", "largest change").with("value", "change"),
        element("option", "most correct before").with("value", "before"),
        element("option", "most correct after").with("value", "after"));
    return element("div")
        .with("class", "controls")
        .with("hidden", "hidden")
        .add(
            element("label", "Sort by ").add(order),
            element("label", "Find ")
                .add(
                    element("input")
                        .with("id", "people-find")
                        .with("type", "search")
                        .with("autocomplete", "off")),
            element("label")
                .add(element("input").with("id", "people-changed").with("type", "checkbox"))
                .text(" changed only"),
            element("output").with("id", "people-shown").with("aria-live", "polite"));
  }

  private static Element row(String name, PersonReport person, int most) {
    var item =
        element("li")
            .with("data-name", name)
            .with("data-before", number(person.before()))
            .with("data-after", number(person.after()));
    var text =
        person.after() == null
            ? number(person.before())
            : number(person.before()) + " → " + number(person.after());
    item.add(
        element("span", name).with("class", "name").with("title", name),
        dumbbell(person, most),
        element("span", text).with("class", "counts"));
    if (Boolean.TRUE.equals(person.recognisedAfter())
        || person.recognisedAfter() == null && Boolean.TRUE.equals(person.recognisedBefore())) {
      item.add(
          element("span", "✓")
              .with("class", "found")
              .with("role", "img")
              .with("aria-label", "found"));
    }
    return item;
  }

  private static String number(@Nullable Integer count) {
    return count == null ? Numbers.NONE : count.toString();
  }

  private static Element dumbbell(PersonReport person, int most) {
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
