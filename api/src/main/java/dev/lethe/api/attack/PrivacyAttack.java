package dev.lethe.api.attack;

import dev.lethe.api.LetheException;
import dev.lethe.api.method.Cost;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.method.Workload;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.Model;
import dev.lethe.api.verdict.Limit;
import dev.lethe.api.verdict.Score;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Tells whether a model knows people. */
@ConsumerType
public interface PrivacyAttack {

  /** When an attack runs in an experiment. */
  enum Timing {
    /** On the original only. */
    BEFORE,
    /** On the defended model only. */
    AFTER,
    /** On both, so that they can be compared. */
    BEFORE_AND_AFTER
  }

  /** Returns when this attack runs. */
  default Timing timing() {
    return Timing.BEFORE_AND_AFTER;
  }

  /** Returns what this attack needs; all else that it is not given, the attacker does not know. */
  Requirements requires();

  /** Returns what is counted for each person; without a word of it, some score. */
  default Score score() {
    return new Score("score", "is the score of one of them", "");
  }

  /** Returns what this attack cannot show, in the order of their weight. */
  default List<Limit> limits() {
    return List.of();
  }

  /**
   * Returns what attacking one model costs, roughly; without a word of it, nothing.
   *
   * @param workload how much there is to work on
   */
  default Cost cost(Workload workload) {
    return Cost.none();
  }

  /**
   * Attacks a model.
   *
   * @param model of the kind that is required
   * @throws LetheException if the model lacks what the attack needs
   */
  AttackResult attack(Model model, AttackTask task);

  /**
   * Sums a result up.
   *
   * @param result what {@link #attack} gave
   * @param cohorts groups of people, such as those who asked to be forgotten; a group that is not
   *     there has nobody in it
   */
  List<MetricValue> metrics(AttackResult result, Cohorts cohorts);
}
