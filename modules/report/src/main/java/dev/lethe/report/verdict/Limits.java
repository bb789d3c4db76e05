package dev.lethe.report.verdict;

import dev.lethe.report.Report;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * What a good result does not mean.
 *
 * @param title a heading
 * @param lead what to make of them
 * @param limits each of them
 */
public record Limits(String title, String lead, List<Limit> limits) {

  /** Copies the list. */
  public Limits {
    limits = List.copyOf(limits);
  }

  /**
   * One of them.
   *
   * @param title a short sentence
   * @param meaning what follows from it
   */
  public record Limit(String title, String meaning) {}

  /** Returns the limits of a run, with its own numbers. */
  public static Limits of(Report report) {
    boolean audit = report.defense().isEmpty();
    boolean attacked = report.attack() != null;
    List<Limit> limits = new ArrayList<>();
    if (!audit) {
      limits.addAll(ofDefenses(report));
    }
    limits.addAll(attacked ? ofAttacks(report) : ofNoAttack());
    return new Limits(
        audit ? "What this audit does not show" : "What this does not protect from",
        "The numbers above hold for %s and these names. Do not promise anybody more than that."
            .formatted(attacked ? "this attack, these pictures" : "these captions"),
        limits);
  }

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
    limits.add(
        onlyText
            ? new Limit(
                "The face is still known.",
                "Only the text tower can have changed. Whatever reads or draws pictures beside it"
                    + " knows all it knew: an image tower still maps all pictures of one person"
                    + " close together, so pictures can still be matched to pictures.")
            : new Limit(
                "Not every picture is forgotten.",
                "Other poses, ages and qualities of pictures than those trained on may still be"
                    + " recognized."));
    limits.addAll(usual());
    return limits;
  }

  private static List<Limit> usual() {
    return List.of(
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
            "Similar embeddings do not tell whether anybody is still recognized. That takes an"
                + " attack, which needs a model with both towers and photographs of people."));
  }

  private static List<Limit> ofAttacks(Report report) {
    return List.of(
        new Limit(
            "One attack is one attack.",
            "A stronger or different one may find what this one misses: other prompts, more"
                + " pictures, access to weights. Not being found is not proof of absence."),
        new Limit("Small groups, wide intervals.", intervals(report)),
        Group.isMembershipKnown(report)
            ? new Limit(
                "The list of members is taken on trust.",
                "Who was in the training data is known as far as that list tells.")
            : new Limit(
                "Nobody said who the members are.",
                "It is not known who was in the training data, so everybody counts as a member, and"
                    + " there is nobody to tell how often the attack is wrong."));
  }

  private static String intervals(Report report) {
    Group group = report.defense().isEmpty() ? Group.others(report) : Group.asked(report);
    String meaning =
        "The shares are exact for the people who were tested; the intervals say what to expect of"
            + " others like them.";
    int tested = group.size();
    return tested == 0
        ? meaning
        : "%s None found of %s, as many as were tested here, would still allow a share of up to %s."
            .formatted(meaning, tested, Numbers.percent(mostAllowed(tested)));
  }

  /** The upper end of the 95 % Clopper-Pearson interval of 0 of n. */
  private static double mostAllowed(int n) {
    return 1 - StrictMath.pow(0.025, 1.0 / n);
  }
}
