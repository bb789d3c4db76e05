package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.panel.VotesPanel.Vote;
import dev.lethe.report.ExampleReport;
import dev.lethe.report.Report;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Prompts with the names nearest to a person's pictures, before and after. */
final class PromptExamples {
  private PromptExamples() {}

  static Section of(Report report) {
    var content = new ArrayList<Element>();
    content.add(
        element(
                "p",
                "Which candidate names lie nearest to a person's pictures, and for how many of the"
                    + " pictures. The right name is marked ✓.")
            .with("class", "lead"));
    var examples = report.examples();
    for (int i = 0; i < examples.size(); i++) {
      boolean firstOfItsKind =
          i == 0 || examples.get(i).forgotten() != examples.get(i - 1).forgotten();
      content.add(person(examples.get(i), firstOfItsKind, report.defense().isEmpty()));
    }
    return new Section("examples", "Nearest names", "What the model thinks of a face", content);
  }

  private static Element person(ExampleReport example, boolean open, boolean audit) {
    var details =
        element("details")
            .with("class", "example" + (example.forgotten() ? " forgotten" : ""))
            .add(
                element("summary")
                    .add(
                        element("h3", example.person()),
                        element("span", tag(example, audit)).with("class", "tag")));
    if (open) {
      details.with("open", "open");
    }
    int most =
        example.prompts().stream()
            .flatMap(prompt -> Stream.concat(prompt.before().stream(), prompt.after().stream()))
            .mapToInt(Vote::images)
            .max()
            .orElse(1);
    var prompts = element("div").with("class", "prompts");
    example.prompts().forEach(prompt -> prompts.add(prompt(example.person(), prompt, most)));
    return details.add(prompts);
  }

  private static String tag(ExampleReport example, boolean audit) {
    return audit ? "attacked" : example.forgotten() ? "asked to be forgotten" : "bystander";
  }

  private static Element prompt(String person, ExampleReport.Prompt prompt, int most) {
    var sides = element("div").with("class", "sides");
    sides.add(votes("Before", "before", person, prompt.before(), most));
    if (!prompt.after().isEmpty()) {
      sides.add(votes("After", "after", person, prompt.after(), most));
    }
    return element("article").with("class", "prompt").add(filledIn(prompt.prompt()), sides);
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
