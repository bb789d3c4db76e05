package dev.lethe.experiment.report.html;

import static dev.lethe.experiment.report.html.Element.element;

import dev.lethe.experiment.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a good result does not mean. */
final class LimitsSection {
  private LimitsSection() {}

  static Section of(Report report) {
    boolean audit = report.defense().isEmpty();
    var list = element("ul").with("class", "limits");
    boolean attacked = report.attack() != null;
    Stream.of(audit ? List.<Limit>of() : ofDefenses(report), attacked ? ofAttacks() : ofNoAttack())
        .flatMap(List::stream)
        .forEach(
            limit ->
                list.add(
                    element("li")
                        .add(element("strong", limit.title()))
                        .text(" " + limit.meaning())));
    var lead =
        element(
                "p",
                attacked
                    ? "The numbers above hold for this attack, these pictures and these names. Do"
                        + " not promise anybody more than that."
                    : "The numbers above hold for these captions and these names. Do not promise"
                        + " anybody more than that.")
            .with("class", "lead");
    return new Section(
        "limits",
        "Limits",
        audit ? "What this audit does not show" : "What this does not protect from",
        List.of(lead, list));
  }

  private record Limit(String title, String meaning) {}

  private static List<Limit> ofDefenses(Report report) {
    boolean onlyText =
        report.defense().stream().allMatch(defense -> defense.strategy().startsWith("text-"));
    List<Limit> limits = new ArrayList<>();
    for (String encoder : report.undefended()) {
      limits.add(
          new Limit(
              "%s still knows everybody.".formatted(encoder),
              "It belongs to the same pipeline and was left as it is. As long as it is read beside"
                  + " the defended encoder, a name can work through it."));
    }
    limits.addAll(usual(onlyText));
    return limits;
  }

  private static List<Limit> usual(boolean onlyText) {
    return List.of(
        onlyText
            ? new Limit(
                "The face is still known.",
                "Only the text tower can have changed. Whatever reads or draws pictures beside it"
                    + " knows all it knew: an image tower still maps all pictures of one person"
                    + " close together, so pictures can still be matched to pictures.")
            : new Limit(
                "Not every picture is forgotten.",
                "Other poses, ages and qualities of pictures than those trained on may still be"
                    + " recognised."),
        new Limit(
            "Other ways to say a name.",
            "Nicknames, other spellings and scripts, other languages, initials, and descriptions"
                + " (“the singer of …”) are separate triggers. Only the names listed were"
                + " tested."),
        new Limit(
            "Namesakes.",
            "Whoever bears the same name is forgotten with the person; and a name that shares words"
                + " with a forgotten one may suffer."),
        new Limit(
            "It may come back.",
            "Whoever holds the checkpoint can fine-tune it, and knowledge that was hidden rather"
                + " than destroyed may return. Whoever holds the original still has everything."),
        new Limit(
            "The change itself can be seen.",
            "Names that all embed like the target stand out. Someone who suspects a name can test"
                + " whether it was made forgotten."));
  }

  private static List<Limit> ofNoAttack() {
    return List.of(
        new Limit(
            "Nothing was attacked.",
            "Similar embeddings do not tell whether anybody is still recognised. That takes an"
                + " attack, which needs a model with both towers and photographs of people."));
  }

  private static List<Limit> ofAttacks() {
    return List.of(
        new Limit(
            "One attack is one attack.",
            "A stronger or different one may find what this one misses: other prompts, more"
                + " pictures, access to weights. Not being found is not proof of absence."),
        new Limit(
            "Small groups, wide intervals.",
            "Read the intervals, not the rates: none of 8 found is consistent with a rate of more"
                + " than a third. Members are members as far as the data tells."));
  }
}
