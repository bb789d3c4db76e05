package dev.lethe.forgetting.verdict;

import dev.lethe.api.verdict.Limit;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.report.Limits;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a good result of a run does not mean: what its methods say, and what holds for each run. */
public final class RunLimits {
  private final ForgettingFacts facts;
  private final List<List<Limit>> ofStrategies;
  private final List<Limit> ofAttacks;

  /**
   * Prepares the limits of a run.
   *
   * @param ofStrategies what each strategy says
   * @param ofAttacks what the attacks say
   */
  public RunLimits(ForgettingFacts facts, List<List<Limit>> ofStrategies, List<Limit> ofAttacks) {
    this.facts = facts;
    this.ofStrategies = ofStrategies.stream().map(List::copyOf).toList();
    this.ofAttacks = List.copyOf(ofAttacks);
  }

  /** Returns the limits, with the run's own numbers. */
  public Limits limits() {
    boolean attacked = facts.attack() != null;
    List<Limit> limits = new ArrayList<>();
    if (!facts.changesNothing()) {
      facts.undefended().forEach(encoder -> limits.add(undefended(encoder)));
      limits.addAll(unlifted());
      limits.addAll(usual());
    }
    limits.addAll(attacked ? attacks() : List.of(nothingAttacked()));
    return new Limits(
        facts.changesNothing()
            ? "What this audit does not show"
            : "What this does not protect from",
        "The numbers above hold for %s and these names. Do not promise anybody more than that."
            .formatted(attacked ? "this attack, these pictures" : "these captions"),
        limits.stream().map(limit -> new Limits.Item(limit.title(), limit.meaning())).toList());
  }

  private Set<Limit> unlifted() {
    Set<Limit> limits = new LinkedHashSet<>();
    for (List<Limit> declared : ofStrategies) {
      for (Limit limit : declared) {
        if (!limit.liftable() || ofStrategies.stream().allMatch(each -> each.contains(limit))) {
          limits.add(limit);
        }
      }
    }
    return limits;
  }

  private static Limit undefended(String encoder) {
    return new Limit(
        "%s still knows everybody.".formatted(encoder),
        "It belongs to the same pipeline and was left as it is. As long as it is read beside"
            + " the defended encoder, a name can work through it.");
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

  private static Limit nothingAttacked() {
    return new Limit(
        "Nothing was attacked.",
        "Similar embeddings do not tell whether anybody is still recognized. That takes an"
            + " attack, which needs a model with both towers and photographs of people.");
  }

  private List<Limit> attacks() {
    List<Limit> limits = new ArrayList<>(new LinkedHashSet<>(ofAttacks));
    limits.add(new Limit("Small groups, wide intervals.", intervals()));
    limits.add(
        Group.isMembershipKnown(facts)
            ? new Limit(
                "The list of members is taken on trust.",
                "Who was in the training data is known as far as that list tells.")
            : new Limit(
                "Nobody said who the members are.",
                "It is not known who was in the training data, so everybody counts as a member, and"
                    + " there is nobody to tell how often the attack is wrong."));
    return limits;
  }

  private String intervals() {
    Group group = facts.changesNothing() ? Group.others(facts) : Group.asked(facts);
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
