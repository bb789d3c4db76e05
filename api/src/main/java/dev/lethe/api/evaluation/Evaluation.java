package dev.lethe.api.evaluation;

import dev.lethe.api.LetheException;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.model.Model;
import dev.lethe.api.verdict.Statement;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Measures a model beside its original. */
@ConsumerType
public interface Evaluation {

  /**
   * Returns what this evaluation needs. Data are read for it only where something is defended; an
   * evaluation that only counts what attacks found needs a model of any kind.
   */
  Requirements requires();

  /**
   * Measures.
   *
   * @param model the original (before) or the defended model (after), of the kind that is required
   * @return what was measured; empty where the measure makes no sense, such as a comparison of two
   *     models before there are two
   * @throws LetheException if the model lacks what the measure needs
   */
  List<MetricValue> evaluate(Model model, EvaluationTask task);

  /**
   * Returns whether this is about what was trained, the student, also where the model that is
   * shipped holds less of it: {@link #evaluate} then gets the model with the values that the
   * strategy {@linkplain dev.lethe.api.defense.Defended#discarded() discarded}.
   */
  default boolean ofStudent() {
    return false;
  }

  /**
   * Returns what one of this evaluation's metrics says in the verdict of a report; empty where it
   * stands in the tables alone.
   *
   * @param reading before and after the defense
   */
  default Optional<Statement> statement(Reading reading) {
    return Optional.empty();
  }

  /** Returns a hash of the data this evaluation reads by itself, or an empty text. */
  default String contentHash() {
    return "";
  }

  /**
   * Returns what a reader must know about these data, such as what was left out; a sentence each.
   */
  default List<String> notes() {
    return List.of();
  }
}
