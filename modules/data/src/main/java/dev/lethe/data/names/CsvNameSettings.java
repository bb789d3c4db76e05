package dev.lethe.data.names;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which CSV files hold the names, and in which columns.
 *
 * @param firstNames a file with a header, one first name in each row
 * @param firstNameColumn the header of the first names
 * @param sexColumn the header of the sex, which begins with F or M, or is girl or boy
 * @param most how many first names of each sex are taken, or null for all
 * @param shareColumn the header of how frequent a first name is
 * @param yearColumn the header of the year that a row is about, or null where all count
 * @param lastNames a file with a header, one last name in each row
 * @param lastNameColumn the header of the last names
 */
public record CsvNameSettings(
    @Setting("A CSV file with a header: a first name and a sex in each row.") Path firstNames,
    @Setting(value = "The header of the column of first names.", defaultValue = "name")
        String firstNameColumn,
    @Setting(
            value = "The header of the column that is F or girl for women, M or boy for men.",
            defaultValue = "sex")
        String sexColumn,
    @Setting("How many first names of each sex are taken, the most frequent; without it, all.")
        @Nullable Integer most,
    @Setting(
            value = "The header of the column of how frequent a first name is; read for `most`.",
            defaultValue = "percent")
        String shareColumn,
    @Setting(
            "The header of the column of years, of which the first in the file alone counts; without it, all rows count.")
        @Nullable String yearColumn,
    @Setting("A CSV file with a header: a last name in each row, as the US census gives it.")
        Path lastNames,
    @Setting(value = "The header of the column of last names.", defaultValue = "surname")
        String lastNameColumn) {

  /** Checks the columns. */
  public CsvNameSettings {
    Check.text("first-name-column", firstNameColumn);
    Check.text("sex-column", sexColumn);
    Check.text("last-name-column", lastNameColumn);
    Check.text("share-column", shareColumn);
    if (most != null) {
      Check.between("most", most, 1, 10_000_000);
    }
    if (yearColumn != null) {
      Check.text("year-column", yearColumn);
    }
  }
}
