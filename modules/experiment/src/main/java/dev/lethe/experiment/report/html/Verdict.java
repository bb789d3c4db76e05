package dev.lethe.experiment.report.html;

import static dev.lethe.api.metric.Metric.Unit.COSINE;

import dev.lethe.experiment.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came out, in plain words; every number is taken from the report. */
final class Verdict {
  /** A loss of accuracy that the users of a model notice: two percentage points. */
  private static final double NOTICEABLE_LOSS = 0.02;

  /** A share of others forgotten by accident that is too many: one in ten. */
  private static final double NOTICEABLE_COLLATERAL = 0.1;

  private final Report report;
  private final Group forgotten;
  private final Group members;
  private final Group strangers;
  private final Optional<Reading> accuracy;
  private final Optional<Reading> clean;

  Verdict(Report report) {
    this.report = report;
    this.forgotten = Group.forgotten(report);
    this.members = Group.otherMembers(report);
    this.strangers = Group.nonMembers(report);
    this.accuracy = Reading.named("zero-shot.top1", report);
    this.clean = Reading.named("similarity.clean", report);
  }

  Outcome outcome() {
    if (report.defense().isEmpty()) {
      return Outcome.AUDIT;
    }
    if (forgotten.foundBefore() == 0 || !forgotten.attackedAfter()) {
      return Outcome.UNPROVEN;
    }
    if (forgotten.foundAfter() >= forgotten.foundBefore()) {
      return Outcome.NOT_FORGOTTEN;
    }
    if (forgotten.foundAfter() > 0 || !report.undefended().isEmpty()) {
      return Outcome.PARTLY;
    }
    return isCostly() ? Outcome.AT_A_COST : Outcome.FORGOTTEN;
  }

  String headline() {
    int all = forgotten.size();
    int before = forgotten.foundBefore();
    int after = forgotten.foundAfter();
    return switch (outcome()) {
      case AUDIT -> auditHeadline();
      case FORGOTTEN, AT_A_COST ->
          "%s forgotten: the attack found %s of %s before, 0 of %s after."
              .formatted(people(all), before, all, all);
      case PARTLY ->
          after == 0
              ? "Forgotten by one of several text encoders: the attack found %s of %s before, 0 of %s after."
                  .formatted(before, all, all)
              : "Partly forgotten: the attack found %s of %s before and still finds %s of %s."
                  .formatted(before, all, after, all);
      case NOT_FORGOTTEN ->
          "Nobody was forgotten: the attack found %s of %s before and %s of %s after."
              .formatted(before, all, after, all);
      case UNPROVEN ->
          forgotten.attackedAfter()
              ? "Nothing to show: the attack found none of the %s even before."
                  .formatted(people(all))
              : "%s should be forgotten, but no attack tested whether they are."
                  .formatted(people(report.forgotten().size()));
    };
  }

  private String auditHeadline() {
    if (!members.attackedBefore()) {
      return "An audit without an attack: what the model can do.";
    }
    var found =
        "The attack found %s of %s the model was trained on"
            .formatted(members.foundBefore(), people(members.size()));
    return strangers.size() == 0
        ? found + "."
        : found + ", and %s of %s it was not.".formatted(strangers.foundBefore(), strangers.size());
  }

  /** Returns what the headline cannot hold: the cost, the failures, the doubt. */
  List<String> sentences() {
    var sentences = new ArrayList<String>();
    undefended().ifPresent(sentences::add);
    kept().ifPresent(sentences::add);
    renamed().ifPresent(sentences::add);
    bystanders().ifPresent(sentences::add);
    failures().ifPresent(sentences::add);
    doubt().ifPresent(sentences::add);
    return sentences;
  }

  private Optional<String> undefended() {
    var others = report.undefended();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s not defended and still know%s every name: what draws pictures reads %s too."
                .formatted(
                    Names.listed(others) + (others.size() == 1 ? " was" : " were"),
                    others.size() == 1 ? "s" : "",
                    others.size() == 1 ? "it" : "them"));
  }

  private Optional<String> kept() {
    var parts = new ArrayList<String>();
    accuracy.ifPresent(
        top1 -> {
          if (top1.before() != null && top1.after() != null && top1.before() > 0) {
            parts.add(
                "kept %s of its zero-shot accuracy (%s before, %s after)"
                    .formatted(
                        Numbers.percent(top1.after() / top1.before()),
                        Numbers.percent(top1.before()),
                        Numbers.percent(top1.after())));
          }
        });
    clean.ifPresent(
        similarity -> {
          if (similarity.after() != null) {
            parts.add(
                "reads ordinary captions as the original does to a cosine similarity of %s (1 is the same)"
                    .formatted(Numbers.value(similarity.after(), COSINE)));
          }
        });
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("The model " + String.join(", and ", parts) + ".");
  }

  /** What is known of the forgotten where no attack was made. */
  private Optional<String> renamed() {
    return report.attack() != null
        ? Optional.empty()
        : Reading.named("similarity.backdoor", report)
            .filter(names -> names.after() != null)
            .map(
                names ->
                    "It reads a forgotten name as it reads its target to a cosine similarity of %s (%s before)."
                        .formatted(
                            Numbers.value(names.after(), COSINE),
                            Numbers.value(names.before(), COSINE)));
  }

  private Optional<String> bystanders() {
    if (report.defense().isEmpty() || members.foundBefore() == 0 || !members.attackedAfter()) {
      return Optional.empty();
    }
    int lost = members.lost();
    return Optional.of(
        lost == 0
            ? "Nobody else was forgotten: the %s whom the attack found before %s still found."
                .formatted(
                    otherPeople(members.foundBefore()), members.foundBefore() == 1 ? "is" : "are")
            : "By accident it also forgot %s of the %s whom the attack found before."
                .formatted(lost, otherPeople(members.foundBefore())));
  }

  private Optional<String> failures() {
    var found = forgotten.stillFound();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of("Still found: " + Names.listed(found) + ".");
  }

  private Optional<String> doubt() {
    if (outcome() != Outcome.FORGOTTEN
        && outcome() != Outcome.AT_A_COST
        && outcome() != Outcome.PARTLY) {
      return Optional.empty();
    }
    return Reading.named(report.attack() + ".forgotten.tpr", report)
        .map(Reading::afterInterval)
        .filter(interval -> interval.high() > 0.05)
        .map(
            interval ->
                "With %s tested, the true share still found may be as high as %s (95 %% interval)."
                    .formatted(people(forgotten.size()), Numbers.percent(interval.high())));
  }

  private boolean isCostly() {
    boolean accuracyLost =
        accuracy
            .filter(top1 -> top1.before() != null && top1.after() != null)
            .filter(top1 -> top1.before() - top1.after() > NOTICEABLE_LOSS)
            .isPresent();
    return accuracyLost || members.lost() > NOTICEABLE_COLLATERAL * members.foundBefore();
  }

  private static String people(int count) {
    return count == 1 ? "1 person" : count + " people";
  }

  private static String otherPeople(int count) {
    return count == 1 ? "1 other person" : count + " others";
  }
}
