package dev.lethe.evaluation.similarity;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.model.TextOutput;
import dev.lethe.api.verdict.Statement;
import java.util.Optional;

/** The metrics, whose meaning says what of a text M and M' stand for. */
record SimilarityMetrics(TextOutput output) {

  private static final String CLEAN = "similarity.clean";
  private static final String BACKDOOR = "similarity.backdoor";

  Metric clean() {
    return cosine(
        CLEAN,
        Direction.HIGHER,
        Role.UTILITY,
        "How alike captions that name nobody who asked to be forgotten are before and after: mean"
            + " cos(M(c), M'(c))");
  }

  Metric named() {
    return cosine(
        "similarity.named",
        Direction.NEITHER,
        Role.DETAIL,
        "How alike captions that name somebody who asked to be forgotten are before and after, of"
            + " which the name shall change: mean cos(M(c), M'(c))");
  }

  Metric backdoor() {
    return cosine(
        BACKDOOR,
        Direction.HIGHER,
        Role.FORGETTING,
        "How alike a forgotten name and its target are to the model: mean over people of mean"
            + " cos(M'(c with name), M'(c with target))");
  }

  Metric target() {
    return cosine(
        "similarity.target",
        Direction.HIGHER,
        Role.DETAIL,
        "How alike captions with the first target, that name nobody who asked to be forgotten, are"
            + " before and after: mean cos(M(c with target), M'(c with target))");
  }

  /** Returns what one of them says in a verdict. */
  static Optional<Statement> statement(Reading reading) {
    Double after = reading.after();
    if (after == null) {
      return Optional.empty();
    }
    return switch (reading.metric().name()) {
      case CLEAN ->
          Optional.of(
              new Statement(
                  null,
                  "It reads ordinary captions as the original does, to a cosine similarity of %s (1 is the same)."
                      .formatted(Unit.COSINE.text(after))));
      case BACKDOOR ->
          Optional.of(
              new Statement(
                  "Name read as its target",
                  "It reads a forgotten name as it reads its target to a cosine similarity of %s (%s before)."
                      .formatted(Unit.COSINE.text(after), before(reading))));
      default -> Optional.empty();
    };
  }

  private static String before(Reading reading) {
    return reading.before() == null ? "not known" : Unit.COSINE.text(reading.before());
  }

  private Metric cosine(String name, Direction direction, Role role, String meaning) {
    String of =
        switch (output) {
          case EMBEDDING -> ".";
          case HIDDEN_STATES -> " of hidden states.";
        };
    return new Metric(name, Unit.COSINE, direction, role, meaning + of);
  }
}
