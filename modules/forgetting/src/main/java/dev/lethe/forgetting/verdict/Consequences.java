package dev.lethe.forgetting.verdict;

import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Reading;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.report.figures.Listing;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What follows from a defense beside whom it made forgotten. */
final class Consequences {
  private final Shown shown;
  private final ForgettingFacts facts;
  private final Asked asked;

  Consequences(Shown shown, Asked asked) {
    this.shown = shown;
    this.facts = shown.facts();
    this.asked = asked;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (facts.changesNothing()) {
      return sentences;
    }
    undefended().ifPresent(sentences::add);
    sentences.addAll(shown.sentences(true));
    sentences.addAll(new Cost(shown).sentences());
    doubt().ifPresent(sentences::add);
    return sentences;
  }

  private Optional<String> undefended() {
    List<String> encoders = facts.undefended();
    boolean one = encoders.size() == 1;
    return encoders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s %s not defended and still know%s every name: what draws pictures reads %s too."
                .formatted(
                    Listing.of(encoders),
                    one ? "was" : "were",
                    one ? "s" : "",
                    one ? "it" : "them"));
  }

  /** The people who asked were all looked for: what is uncertain is how others like them fare. */
  private Optional<String> doubt() {
    return asked.forgotten().isEmpty()
        ? Optional.empty()
        : shown
            .readings(Role.FORGETTING)
            .map(Reading::afterInterval)
            .filter(Objects::nonNull)
            .findFirst()
            .filter(interval -> interval.high() > 0.05)
            .map(
                interval ->
                    "The share is exact for the %s tested; of others like them, treated alike, up to %s may still be found (95 %% interval)."
                        .formatted(
                            asked.tested() == 1 ? "one person" : asked.tested() + " people",
                            Numbers.percent(interval.high())));
  }
}
