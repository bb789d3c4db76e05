package dev.lethe.evaluation.faceleak;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.verdict.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metrics, and what they say in a verdict.
 *
 * @param learn how many photographs of each person are learnt from
 */
record FaceLeakMetrics(int learn) {
  private static final String FORGOTTEN_PROBE = "face-leak.forgotten.probe";

  Metric probeOfForgotten() {
    return new Metric(
        FORGOTTEN_PROBE,
        Unit.SHARE,
        Direction.LOWER,
        Role.LEAKAGE,
        "Share of the other photographs of the people who asked to be forgotten that a linear"
            + " classifier names rightly, after %s of each person, by their embeddings alone."
                .formatted(photographs()));
  }

  Metric centroidOfForgotten() {
    return new Metric(
        "face-leak.forgotten.centroid",
        Unit.SHARE,
        Direction.LOWER,
        "The same share, where a photograph is taken for the person whose mean embedding is the"
            + " nearest.");
  }

  Metric probeOfOthers() {
    return new Metric(
        "face-leak.others.probe",
        Unit.SHARE,
        Direction.HIGHER,
        Role.COLLATERAL,
        "Share of the other photographs of the people who did not ask to be forgotten that the"
            + " linear classifier names rightly.");
  }

  Metric centroidOfOthers() {
    return new Metric(
        "face-leak.others.centroid",
        Unit.SHARE,
        Direction.HIGHER,
        "The same share of theirs, by the nearest mean embedding.");
  }

  Metric chance() {
    return new Metric(
        "face-leak.chance",
        Unit.SHARE,
        Direction.NEITHER,
        "The share that guessing names rightly, among all people of whom there are more than %s."
            .formatted(photographs()));
  }

  Metric chanceAmongForgotten() {
    return new Metric(
        "face-leak.forgotten.chance",
        Unit.SHARE,
        Direction.NEITHER,
        "The share that guessing among those who asked to be forgotten names rightly: what is left"
            + " where they all look alike, and unlike anybody else.");
  }

  Metric people() {
    return new Metric(
        "face-leak.people",
        Unit.COUNT,
        Direction.NEITHER,
        "People whom the classifiers choose from: those of whom there are more than %s."
            .formatted(photographs()));
  }

  /** Returns what one of them says in a verdict. */
  Optional<Statement> statement(Reading reading) {
    Double after = reading.after();
    if (!reading.metric().name().equals(FORGOTTEN_PROBE) || after == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Statement(
            "Photographs told by the face alone",
            "A linear classifier that learns the faces of those who asked from %s each names %s of their other photographs rightly (%s before)%s"
                .formatted(
                    photographs(),
                    Unit.SHARE.text(after),
                    reading.before() == null ? "not known" : Unit.SHARE.text(reading.before()),
                    isLess(reading.beforeInterval(), reading.afterInterval())
                        ? "."
                        : ": the image tower still knows the face.")));
  }

  /** Returns whether two intervals have nothing in common, the later one below. */
  private static boolean isLess(@Nullable Interval before, @Nullable Interval after) {
    return before != null && after != null && after.high() < before.low();
  }

  private String photographs() {
    return learn == 1 ? "1 photograph" : learn + " photographs";
  }
}
