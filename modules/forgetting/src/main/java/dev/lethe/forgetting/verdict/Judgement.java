package dev.lethe.forgetting.verdict;

import dev.lethe.forgetting.finding.ForgettingFacts;

/** Whether the people who asked were forgotten. */
final class Judgement {
  private final Shown shown;
  private final ForgettingFacts facts;
  private final Asked asked;
  private final Group group;

  Judgement(Shown shown, Asked asked) {
    this.shown = shown;
    this.facts = shown.facts();
    this.asked = asked;
    this.group = Group.asked(facts);
  }

  Outcome outcome() {
    if (facts.changesNothing()) {
      return Outcome.AUDIT;
    }
    if (asked.forgotten().isEmpty()) {
      return asked.stillFound().isEmpty() ? Outcome.UNPROVEN : Outcome.NOT_FORGOTTEN;
    }
    if (!asked.stillFound().isEmpty() || !facts.undefended().isEmpty()) {
      return Outcome.PARTLY;
    }
    if (new Cost(shown).isNoticeable()) {
      return Outcome.AT_A_COST;
    }
    return isWhole() ? Outcome.FORGOTTEN : Outcome.FORGOTTEN_AS_FAR_AS_TESTED;
  }

  String headline() {
    int before = group.foundBefore();
    int after = group.foundAfter();
    int tested = asked.tested();
    return switch (outcome()) {
      case AUDIT -> audit();
      case FORGOTTEN, FORGOTTEN_AS_FAR_AS_TESTED, AT_A_COST ->
          "%s forgotten: the attack found %s of %s before, 0 of %s after."
              .formatted(
                  isWhole()
                      ? people(tested)
                      : "%s of %s".formatted(asked.forgotten().size(), people(asked.size())),
                  before,
                  tested,
                  tested);
      case PARTLY ->
          after == 0
              ? "Forgotten by one of several text encoders: the attack found %s of %s before, 0 of %s after."
                  .formatted(before, tested, tested)
              : "Partly forgotten: the attack found %s of %s before and still finds %s of %s."
                  .formatted(before, tested, after, tested);
      case NOT_FORGOTTEN ->
          group.attackedBefore()
              ? "Nobody was forgotten: the attack found %s of %s before and %s of %s after."
                  .formatted(before, tested, after, tested)
              : "Nobody is shown to be forgotten: the attack finds %s of %s, and was not made before."
                  .formatted(after, tested);
      case UNPROVEN -> unproven();
    };
  }

  private String unproven() {
    if (asked.tested() == 0) {
      return "%s should be forgotten, but no attack tested whether they are."
          .formatted(people(asked.size()));
    }
    return group.attackedBefore()
        ? "Nothing to show: the attack found none of the %s even before."
            .formatted(people(asked.tested()))
        : "Nothing to show: the attack finds none of the %s, but was not made before."
            .formatted(people(asked.tested()));
  }

  private String audit() {
    Group others = Group.others(facts);
    Group strangers = Group.nonMembers(facts);
    if (!others.attackedBefore() && !strangers.attackedBefore()) {
      return "An audit without an attack: what the model can do.";
    }
    if (!Group.isMembershipKnown(facts)) {
      return "The attack found %s of %s; nobody said whom of them the model was trained on."
          .formatted(others.foundBefore(), people(others.size()));
    }
    String found =
        "The attack found %s of %s the model was trained on"
            .formatted(others.foundBefore(), people(others.size()));
    return strangers.size() == 0
        ? found + "."
        : "%s, and %s of %s it was not."
            .formatted(found, strangers.foundBefore(), strangers.size());
  }

  /** Returns whether everybody who asked was known before and looked for after. */
  private boolean isWhole() {
    return asked.notTested().isEmpty() && asked.notKnownBefore().isEmpty();
  }

  private static String people(int count) {
    return count == 1 ? "1 person" : count + " people";
  }
}
