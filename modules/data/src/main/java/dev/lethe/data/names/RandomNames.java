package dev.lethe.data.names;

import dev.lethe.api.data.NameSource;
import dev.lethe.api.plugin.Summary;
import dev.lethe.data.english.EnglishNames;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Names from Datafaker's English lists; the seed alone decides which of them are drawn. */
@Summary("Draws names from the lists of English first and last names that come with Lethe.")
public final class RandomNames implements NameSource {
  private final NamePool pool;

  @Inject
  RandomNames() {
    EnglishNames names = EnglishNames.read();
    pool = new NamePool(names.women(), names.men(), names.last());
  }

  @Override
  public List<String> draw(int count, long seed, Set<String> excluded) {
    return pool.draw(count, seed, excluded);
  }
}
