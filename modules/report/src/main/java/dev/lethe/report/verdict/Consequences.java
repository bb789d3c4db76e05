package dev.lethe.report.verdict;

import static dev.lethe.api.metric.Metric.Unit.COSINE;

import dev.lethe.report.Report;
import dev.lethe.report.figures.Numbers;
import dev.lethe.report.figures.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from a defense beside whom it made forgotten. */
final class Consequences {
  private final Report report;
  private final Asked asked;

  Consequences(Report report, Asked asked) {
    this.report = report;
    this.asked = asked;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (report.defense().isEmpty()) {
      return sentences;
    }
    undefended().ifPresent(sentences::add);
    renamed().ifPresent(sentences::add);
    sentences.addAll(new Cost(report).sentences());
    doubt().ifPresent(sentences::add);
    return sentences;
  }

  private Optional<String> undefended() {
    List<String> encoders = report.undefended();
    boolean one = encoders.size() == 1;
    return encoders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s %s not defended and still know%s every name: what draws pictures reads %s too."
                .formatted(
                    Names.listed(encoders),
                    one ? "was" : "were",
                    one ? "s" : "",
                    one ? "it" : "them"));
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

  /** The people who asked were all looked for: what is uncertain is how others like them fare. */
  private Optional<String> doubt() {
    return asked.forgotten().isEmpty()
        ? Optional.empty()
        : Reading.named(report.attack() + ".forgotten.tpr", report)
            .map(Reading::afterInterval)
            .filter(interval -> interval.high() > 0.05)
            .map(
                interval ->
                    "The share is exact for the %s tested; of others like them, treated alike, up to %s may still be found (95 %% interval)."
                        .formatted(
                            asked.tested() == 1 ? "one person" : asked.tested() + " people",
                            Numbers.percent(interval.high())));
  }
}
