package dev.lethe.evaluation.zeroshot;

import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.verdict.Statement;
import java.util.Locale;
import java.util.Optional;

/** What the accuracy says in a verdict. */
final class AccuracyStatement {
  private static final String LABEL = "Zero-shot accuracy";

  private AccuracyStatement() {}

  static Optional<Statement> of(Reading reading) {
    if (reading.before() == null) {
      return Optional.empty();
    }
    String before = Unit.SHARE.text(reading.before());
    return Optional.of(
        new Statement(
            LABEL,
            reading.after() == null
                ? "The model's zero-shot accuracy is %s.".formatted(before)
                : change(before, Unit.SHARE.text(reading.after()), points(reading))));
  }

  private static double points(Reading reading) {
    return 100 * (reading.after() - reading.before());
  }

  private static String change(String before, String after, double points) {
    return before.equals(after)
        ? "The model's zero-shot accuracy stayed at %s.".formatted(after)
        : String.format(
            Locale.ROOT,
            "The model's zero-shot accuracy %s by %.1f points, from %s to %s.",
            points < 0 ? "fell" : "rose",
            Math.abs(points),
            before,
            after);
  }
}
