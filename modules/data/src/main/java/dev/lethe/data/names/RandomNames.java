package dev.lethe.data.names;

import dev.lethe.api.data.NameSource;
import dev.lethe.api.plugin.Summary;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.datafaker.Faker;

/**
 * Names from Datafaker's English lists. The lists are Datafaker's; which of their entries are drawn
 * depends on the seed alone.
 */
@Summary("Draws names from the lists of English first and last names that come with Lethe.")
public final class RandomNames implements NameSource {
  private final NamePool pool;

  @Inject
  RandomNames() {
    Faker faker = new Faker(Locale.ENGLISH);
    pool =
        new NamePool(
            list(faker, "name.female_first_name"),
            list(faker, "name.male_first_name"),
            list(faker, "name.last_name"));
  }

  @Override
  public List<String> draw(int count, long seed, Set<String> excluded) {
    return pool.draw(count, seed, excluded);
  }

  private static List<String> list(Faker faker, String key) {
    return faker.fakeValuesService().fetchObject(key, faker.getContext());
  }
}
