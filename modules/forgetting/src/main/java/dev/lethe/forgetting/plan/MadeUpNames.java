package dev.lethe.forgetting.plan;

import dev.lethe.api.data.NameSource;
import dev.lethe.engine.extension.Planned;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of nobody: they are drawn from a source when they are wanted, without those that are known.
 *
 * @param source where they come from
 * @param seed the same seed gives the same names
 * @param known names that nobody else shall have
 */
public record MadeUpNames(Planned<NameSource> source, long seed, List<String> known) {

  /** Copies the list. */
  public MadeUpNames {
    known = List.copyOf(known);
  }

  /** Draws so many; fewer are a prefix of more. */
  public List<String> draw(int count) {
    Set<String> excluded =
        known.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return source.extension().draw(count, seed, excluded);
  }
}
