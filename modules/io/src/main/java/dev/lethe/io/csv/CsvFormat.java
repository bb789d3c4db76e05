package dev.lethe.io.csv;

import org.apache.commons.csv.CSVFormat;

/**
 * How a table is written.
 *
 * @param separator what stands between two cells
 * @param quotes whether a cell in double quotes may hold separators and line breaks
 * @param header whether the first line names the columns; otherwise their numbers do, from 1
 */
public record CsvFormat(char separator, boolean quotes, boolean header) {
  /** RFC 4180, with a header. */
  public static final CsvFormat CSV = new CsvFormat(',', true, true);

  CSVFormat parser() {
    CSVFormat.Builder builder =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(separator != '\t')
            .setTrim(true);
    return (quotes ? builder : builder.setQuote(null)).get();
  }

  /** Says how a cell that holds a separator is written. */
  String advice() {
    String kind = separator == '\t' ? "tab" : "comma";
    return quotes
        ? "put a cell that holds a %s into double quotes".formatted(kind)
        : "no cell may hold a %s or a line break".formatted(kind);
  }
}
