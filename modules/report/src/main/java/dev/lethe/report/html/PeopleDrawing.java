package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.panel.PeoplePanel;
import dev.lethe.api.panel.PeoplePanel.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The score of every person, before and after. */
final class PeopleDrawing {
  private final PeoplePanel panel;
  private final boolean compared;
  private final double most;

  PeopleDrawing(PeoplePanel panel) {
    this.panel = panel;
    compared =
        panel.groups().stream()
            .flatMap(group -> group.people().stream())
            .anyMatch(person -> person.after() != null);
    most =
        panel.groups().stream()
            .flatMap(group -> group.people().stream())
            .flatMap(person -> Stream.of(person.before(), person.after()))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .filter(score -> score > 0)
            .max()
            .orElse(1);
  }

  /**
   * Draws it.
   *
   * @param id where anchors inside it begin
   * @param withControls whether the controls of the page, of which there is one set, stand here
   */
  List<Element> render(String id, boolean withControls) {
    var content = new ArrayList<Element>();
    if (compared) {
      content.add(
          element("div")
              .with("class", "overview")
              .add(PeopleScatter.of(panel, most, id), GroupTable.of(panel)));
    }
    if (withControls) {
      content.add(controls());
    }
    panel.groups().forEach(group -> content.add(group(group)));
    return content;
  }

  private Element group(Group group) {
    var list = element("ul").with("class", "people");
    group.people().forEach(person -> list.add(PersonRow.of(person, most)));
    var found = GroupCounts.of(group);
    return element("details")
        .with("open", "open")
        .with("class", "group")
        .add(
            element("summary")
                .add(
                    element("h3", group.title() + " (" + group.people().size() + ")"),
                    element("span", group.meaning() + "; " + found.text())
                        .with("class", "meaning")),
            list);
  }

  /** Returns controls that the script shows; without it the list is complete and sorted by name. */
  private Element controls() {
    var order =
        element("select")
            .with("id", "people-order")
            .add(element("option", "name").with("value", "name"), option("before"));
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
      order.add(option("after"), element("option", "largest change").with("value", "change"));
      controls.add(
          element("label")
              .add(element("input").with("id", "people-changed").with("type", "checkbox"))
              .text(" changed only"));
    }
    return controls.add(element("output").with("id", "people-shown").with("aria-live", "polite"));
  }

  private Element option(String when) {
    var most = "most " + panel.score();
    return element("option", compared ? most + " " + when : most).with("value", when);
  }
}
