package dev.lethe.forgetting.verdict;

import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.report.Verdict.KeyFigure;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbers that carry a verdict: how many were found of whom, and what methods put first. */
final class KeyFigures {
  private KeyFigures() {}

  static List<KeyFigure> of(Shown shown) {
    ForgettingFacts facts = shown.facts();
    List<KeyFigure> figures = new ArrayList<>();
    found("Found of those who asked", Group.asked(facts)).ifPresent(figures::add);
    found(others(facts), Group.others(facts)).ifPresent(figures::add);
    found("Non-members called members", Group.nonMembers(facts)).ifPresent(figures::add);
    Stream.of(false, true)
        .flatMap(ofForgetting -> shown.told(ofForgetting).stream())
        .forEach(told -> Shown.label(told).map(label -> of(told, label)).ifPresent(figures::add));
    return figures;
  }

  private static KeyFigure of(Told told, String label) {
    Unit unit = told.reading().metric().unit();
    Double after = told.reading().after();
    return new KeyFigure(
        label,
        Numbers.value(told.reading().before(), unit),
        after == null ? null : unit.text(after),
        "");
  }

  private static String others(ForgettingFacts facts) {
    boolean known = Group.isMembershipKnown(facts);
    if (facts.changesNothing()) {
      return known ? "Members found" : "People found";
    }
    return known ? "Other members found" : "Others found";
  }

  private static Optional<KeyFigure> found(String label, Group group) {
    if (!group.attackedBefore()) {
      return Optional.empty();
    }
    return Optional.of(
        new KeyFigure(
            label,
            String.valueOf(group.foundBefore()),
            group.attackedAfter() ? String.valueOf(group.foundAfter()) : null,
            "of " + group.size()));
  }
}
