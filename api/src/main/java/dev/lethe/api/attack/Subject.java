package dev.lethe.api.attack;

import dev.lethe.api.LetheException;
import java.util.List;

/**
 * Somebody, or something, that an attack is about.
 *
 * @param name as captions write it
 * @param member whether the model saw the subject in training, as far as is known
 * @param evidence what the attacker has of it, each of another type
 */
public record Subject(String name, boolean member, List<Evidence> evidence) {

  /** Copies the list. */
  public Subject {
    evidence = List.copyOf(evidence);
  }

  /** A subject of which the attacker has one kind of evidence. */
  public Subject(String name, boolean member, Evidence evidence) {
    this(name, member, List.of(evidence));
  }

  /**
   * Returns the evidence of a type.
   *
   * @throws LetheException if there is none of it
   */
  public <E extends Evidence> E evidence(Class<E> type) {
    return evidence.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(
            () ->
                new LetheException(
                    "expected %s of '%s' to attack with, found %s: leave the attack out or give them"
                        .formatted(
                            type.getSimpleName(),
                            name,
                            evidence.stream().map(e -> e.getClass().getSimpleName()).toList())));
  }
}
