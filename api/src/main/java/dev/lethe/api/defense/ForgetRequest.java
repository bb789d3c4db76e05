package dev.lethe.api.defense;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who asked to be forgotten.
 *
 * @param name the name the person is known by
 * @param aliases other names that must be forgotten too
 * @param target what the name shall mean instead, or null for the strategy's own
 */
public record ForgetRequest(String name, List<String> aliases, @Nullable String target) {

  /** Checks the name and copies the list. */
  public ForgetRequest {
    aliases = List.copyOf(aliases);
    if (name.isBlank() || aliases.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a name to forget must not be blank");
    }
  }
}
