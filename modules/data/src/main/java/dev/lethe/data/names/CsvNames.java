package dev.lethe.data.names;

import dev.lethe.api.LetheException;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.plugin.Summary;
import dev.lethe.io.csv.CsvRow;
import dev.lethe.io.csv.CsvTable;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names from lists such as the US census and the Social Security Administration publish. */
@Summary("Draws names from CSV files of first names by sex and of last names.")
public final class CsvNames implements NameSource {
  /** Footnotes and sums, which such lists end with, have other characters or no value at all. */
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}.'’ -]*");

  private static final Pattern WORD_START = Pattern.compile("(?<![\\p{L}\\p{M}'’])\\p{L}");

  private static final String PLACE = "names";

  private final NamePool pool;

  @Inject
  CsvNames(CsvNameSettings settings) {
    CsvTable first = CsvTable.read(PLACE, settings.firstNames());
    String name = first.require(settings.firstNameColumn());
    String sex = first.require(settings.sexColumn());
    FrequentNames frequent = new FrequentNames(first, settings);
    List<CsvRow> given = frequent.ofFirstYear();
    CsvTable last = CsvTable.read(PLACE, settings.lastNames());
    String surname = last.require(settings.lastNameColumn());
    pool =
        new NamePool(
            names(frequent.mostFrequent(where(given, row -> begins(row, sex, "f", "girl"))), name),
            names(frequent.mostFrequent(where(given, row -> begins(row, sex, "m", "boy"))), name),
            names(last.rows(), surname));
    require(pool.women(), "women's first names", settings.firstNames());
    require(pool.men(), "men's first names", settings.firstNames());
    require(pool.last(), "last names", settings.lastNames());
  }

  @Override
  public List<String> draw(int count, long seed, Set<String> excluded) {
    return pool.draw(count, seed, excluded);
  }

  private static List<CsvRow> where(List<CsvRow> rows, Predicate<CsvRow> wanted) {
    return rows.stream().filter(wanted).toList();
  }

  private static List<String> names(List<CsvRow> rows, String column) {
    return rows.stream()
        .map(row -> row.cell(column))
        .filter(name -> NAME.matcher(name).matches())
        .map(CsvNames::titleCase)
        .distinct()
        .toList();
  }

  private static boolean begins(CsvRow row, String column, String adult, String child) {
    String sex = row.cell(column).toLowerCase(Locale.ROOT);
    return sex.startsWith(adult) || sex.equals(child);
  }

  private static void require(List<String> names, String what, Path file) {
    if (names.isEmpty()) {
      throw new LetheException("%s has no %s".formatted(file, what));
    }
  }

  /** {@code SMITH-JONES} becomes {@code Smith-Jones}; {@code O'NEIL} stays one word. */
  private static String titleCase(String name) {
    return WORD_START
        .matcher(name.toLowerCase(Locale.ROOT))
        .replaceAll(match -> match.group().toUpperCase(Locale.ROOT));
  }
}
