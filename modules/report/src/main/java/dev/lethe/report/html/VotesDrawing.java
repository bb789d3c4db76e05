package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.panel.VotesPanel;
import dev.lethe.api.panel.VotesPanel.Question;
import dev.lethe.api.panel.VotesPanel.Vote;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Prompts with the names nearest to a person's pictures, before and after. */
final class VotesDrawing {
  private VotesDrawing() {}

  static List<Element> of(VotesPanel panel) {
    var content = new ArrayList<Element>();
    var people = panel.people();
    for (int i = 0; i < people.size(); i++) {
      boolean firstOfItsKind =
          i == 0 || people.get(i).emphasized() != people.get(i - 1).emphasized();
      content.add(person(people.get(i), firstOfItsKind));
    }
    return content;
  }

  private static Element person(VotesPanel.Person person, boolean open) {
    var details =
        element("details")
            .with("class", "example" + (person.emphasized() ? " forgotten" : ""))
            .add(
                element("summary")
                    .add(
                        element("h3", person.name()),
                        element("span", person.group()).with("class", "tag")));
    if (open) {
      details.with("open", "open");
    }
    int most =
        person.questions().stream()
            .flatMap(
                question -> Stream.concat(question.before().stream(), question.after().stream()))
            .mapToInt(Vote::images)
            .max()
            .orElse(1);
    var prompts = element("div").with("class", "prompts");
    person.questions().forEach(question -> prompts.add(prompt(person.name(), question, most)));
    return details.add(prompts);
  }

  private static Element prompt(String person, Question question, int most) {
    var sides = element("div").with("class", "sides");
    sides.add(votes("Before", "before", person, question.before(), most));
    if (!question.after().isEmpty()) {
      sides.add(votes("After", "after", person, question.after(), most));
    }
    return element("article").with("class", "prompt").add(filledIn(question.text()), sides);
  }

  /** Returns a prompt whose place for the name is visible as such. */
  private static Element filledIn(String template) {
    var heading = element("h4");
    int place = template.indexOf("{0}");
    return place < 0
        ? heading.text(template)
        : heading
            .text("“" + template.substring(0, place))
            .add(element("em", "name"))
            .text(template.substring(place + 3) + "”");
  }

  private static Element votes(
      String title, String when, String person, List<Vote> votes, int most) {
    var list = element("ol");
    for (var vote : votes) {
      boolean right = vote.name().equals(person);
      var item =
          element("li")
              .add(
                  element("span", (right ? "✓ " : "") + vote.name()).with("class", "name"),
                  element("span").with("class", "bar").add(bar(vote.images(), most)),
                  element("span", String.valueOf(vote.images())).with("class", "images"));
      list.add(right ? item.with("class", "right") : item);
    }
    return element("div")
        .with("class", "votes " + when)
        .add(element("h5", title).add(element("span", "pictures").with("class", "images")), list);
  }

  private static Element bar(int images, int most) {
    return element("span")
        .with("class", "fill")
        .with("style", "width:" + Numbers.plain(100.0 * images / Math.max(1, most)) + "%");
  }
}
