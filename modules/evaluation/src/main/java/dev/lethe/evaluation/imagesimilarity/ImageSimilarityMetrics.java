package dev.lethe.evaluation.imagesimilarity;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.verdict.Statement;
import java.util.Optional;

/** The metrics, and what they say in a verdict. */
final class ImageSimilarityMetrics {
  static final Metric CLEAN =
      new Metric(
          "image-similarity.clean",
          Unit.COSINE,
          Direction.HIGHER,
          Role.UTILITY,
          "How alike ordinary pictures are before and after: mean cos(E(x), E'(x)).");
  static final Metric IDENTITY =
      new Metric(
          "image-similarity.identity",
          Unit.COSINE,
          Direction.HIGHER,
          Role.FORGETTING,
          "How alike the people who asked to be forgotten are to the targets of their faces: mean"
              + " cos(E'(x), t) over all their photographs. The average person is the mean of the"
              + " original's embeddings of those of everybody else under test.");
  static final Metric TARGET =
      new Metric(
          "image-similarity.target",
          Unit.COSINE,
          Direction.NEITHER,
          "How alike the first target and the mean of all photographs of the people under test"
              + " are: cos(t, mean E'(x)).");

  private ImageSimilarityMetrics() {}

  /** Returns what one of them says in a verdict. */
  static Optional<Statement> statement(Reading reading) {
    Double after = reading.after();
    if (after == null) {
      return Optional.empty();
    }
    if (reading.metric().name().equals(CLEAN.name())) {
      return Optional.of(
          new Statement(
              null,
              "It sees ordinary pictures as the original does, to a cosine similarity of %s (1 is the same)."
                  .formatted(Unit.COSINE.text(after))));
    }
    return reading.metric().name().equals(IDENTITY.name())
        ? Optional.of(
            new Statement(
                "Face seen as its target",
                "It sees a forgotten face as it sees its target to a cosine similarity of %s (%s before)."
                    .formatted(
                        Unit.COSINE.text(after),
                        reading.before() == null
                            ? "not known"
                            : Unit.COSINE.text(reading.before()))))
        : Optional.empty();
  }
}
