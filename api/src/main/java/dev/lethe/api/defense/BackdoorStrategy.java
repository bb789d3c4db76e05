package dev.lethe.api.defense;

import dev.lethe.api.LetheException;
import dev.lethe.api.method.Cost;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.method.Workload;
import dev.lethe.api.model.Model;
import dev.lethe.api.panel.PicturesPanel;
import dev.lethe.api.verdict.Limit;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to make a model forget people. A fresh instance serves each defense of each run.
 *
 * <p>Source of the idea: Hintersdorf et al., "Defending Our Privacy With Backdoors", ECAI 2024.
 */
@ConsumerType
public interface BackdoorStrategy {

  /** Returns what this strategy needs. */
  Requirements requires();

  /**
   * Says which backdoors a defense against these requests plants, without planting them; the
   * measures need this to know what the target is. Equal requests give equal backdoors, in every
   * process.
   */
  List<Backdoor> backdoors(List<ForgetRequest> requests);

  /** Returns a hash of the data this strategy reads by itself, or an empty text. */
  default String contentHash() {
    return "";
  }

  /** Returns what this strategy does not protect from, in the order of their weight. */
  default List<Limit> limits() {
    return List.of();
  }

  /**
   * Returns what this costs, roughly; without a word of it, nothing.
   *
   * @param workload how much there is to work on
   */
  default Cost cost(Workload workload) {
    return Cost.none();
  }

  /**
   * Returns a few of the pictures that this strategy would train on, with their triggers, drawn as
   * it draws them; empty where it has none. They show people, so nobody is asked for them but where
   * the configuration wants to see pictures.
   *
   * @param original as for {@link #defend}
   * @param task as for {@link #defend}
   */
  default Optional<PicturesPanel> examples(Model original, DefenseTask task) {
    return Optional.empty();
  }

  /**
   * Refuses a model that this cannot work on, as far as a look at it tells. It is asked before
   * anything is attacked or trained; what only the data show is refused by {@link #defend}.
   *
   * @param original as for {@link #defend}
   * @throws LetheException if it does not fit; the message says what was expected, what was found
   *     and what to do
   */
  default void check(Model original) {}

  /**
   * Makes a copy of a model forget.
   *
   * @param original a model of the kind that is required; it is not changed, and stays open at
   *     least as long as the result
   * @param task whom to forget, and what to keep; holds what is required and no more
   * @throws LetheException if the model lacks what this strategy works on, or the data do not
   *     suffice
   */
  Defended defend(Model original, DefenseTask task);
}
