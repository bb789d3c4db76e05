package dev.lethe.api.attack;

import dev.lethe.api.LetheException;
import dev.lethe.api.model.Model;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an attacker may know beside the model and the evidence. Nothing is read or drawn before it
 * is asked for, and what was taken is noted: it is the attack's threat model, which the report
 * tells. An attack gets what it {@linkplain PrivacyAttack#requires() requires} and nothing else.
 */
@ProviderType
public interface Knowledge {

  /**
   * Returns the names the attacker chooses from; every subject's name is among them as the model
   * reads it, in whatever spelling.
   *
   * @throws LetheException if the attack does not require {@code CANDIDATES}
   */
  List<String> candidates();

  /**
   * Returns made-up full names, none of which is a candidate or a subject's; the same each time, a
   * smaller count gives a prefix of a larger one.
   *
   * @param count at least 0
   * @throws LetheException if the attack does not require {@code NAMES}, or there are too few
   */
  List<String> names(int count);

  /**
   * Returns ordinary captions, on which no defense trains as long as some are held out.
   *
   * @throws LetheException if the attack does not require {@code CAPTIONS}
   */
  List<String> captions();

  /**
   * Returns the model before any defense; the attacked model itself where there is none. It stays
   * open while the attack works, and is not to be changed or closed.
   *
   * @throws LetheException if the attack does not require {@code ORIGINAL}
   */
  Model original();
}
