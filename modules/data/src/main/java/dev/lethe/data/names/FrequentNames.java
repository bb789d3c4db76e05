package dev.lethe.data.names;

import dev.lethe.api.LetheException;
import dev.lethe.io.csv.CsvRow;
import dev.lethe.io.csv.CsvTable;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses rows of first names: those of the first year, and of them the most frequent. */
final class FrequentNames {
  private final CsvTable table;
  private final CsvNameSettings settings;

  FrequentNames(CsvTable table, CsvNameSettings settings) {
    this.table = table;
    this.settings = settings;
  }

  /**
   * Returns the rows that count, in the order of the file.
   *
   * @throws LetheException if there is no column of years, though one is named
   */
  List<CsvRow> ofFirstYear() {
    List<CsvRow> rows = table.rows();
    String named = settings.yearColumn();
    if (named == null || rows.isEmpty()) {
      return rows;
    }
    String year = table.require(named);
    String first = rows.get(0).cell(year);
    return rows.stream().filter(row -> row.cell(year).equals(first)).toList();
  }

  /**
   * Returns the most frequent rows, or all if all are wanted; equally frequent ones in their order.
   *
   * @throws LetheException if there is no column of shares, or a share is no number
   */
  List<CsvRow> mostFrequent(List<CsvRow> rows) {
    @Nullable Integer most = settings.most();
    if (most == null) {
      return rows;
    }
    String share = table.require(settings.shareColumn());
    return rows.stream()
        .sorted(Comparator.comparingDouble((CsvRow row) -> share(row, share)).reversed())
        .limit(most)
        .toList();
  }

  private double share(CsvRow row, String column) {
    String written = row.cell(column);
    try {
      return Double.parseDouble(written.replace(",", ""));
    } catch (NumberFormatException e) {
      throw new LetheException(
          "%s must hold numbers in the column '%s' (got '%s' for '%s')"
              .formatted(
                  settings.firstNames(), column, written, row.cell(settings.firstNameColumn())),
          e);
    }
  }
}
