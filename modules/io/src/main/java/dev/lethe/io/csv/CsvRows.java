package dev.lethe.io.csv;

import dev.lethe.api.LetheException;
import dev.lethe.io.IoFailure;
import dev.lethe.io.RegularFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in UTF-8, one after another, so that a table may be larger than the memory.
 * The case of the header does not matter; rows of blank cells are left out.
 */
public final class CsvRows implements AutoCloseable {
  private final String place;
  private final Path file;
  private final CsvFormat format;
  private final BoundedReader text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> columns;
  private final Map<String, Integer> indices = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private @Nullable CSVRecord first;

  CsvRows(String place, Path file, Reader text, CsvFormat format) {
    this.place = place;
    this.file = file;
    this.format = format;
    this.text = new BoundedReader(text);
    try {
      parser = format.parser().parse(this.text);
    } catch (IOException e) {
      throw unreadable(e);
    }
    records = parser.iterator();
    CSVRecord begin = record();
    columns = begin == null ? List.of() : format.header() ? begin.toList() : numbers(begin.size());
    first = format.header() ? null : begin;
    index();
  }

  /**
   * Opens a file, which gzip or Zstandard may have packed.
   *
   * @param place what names it, for messages: {@code captions.path}
   * @throws dev.lethe.api.NotFoundException if there is none
   * @throws LetheException if it is no such table, or two columns have one name
   */
  public static CsvRows open(String place, Path file, CsvFormat format) {
    return new CsvRows(place, file, RegularFile.of(place, file).reader(), format);
  }

  /** Returns the names of the columns, in the order of the file and as it writes them. */
  public List<String> columns() {
    return columns;
  }

  /**
   * Makes sure that there is a column.
   *
   * @return the name that was given
   * @throws LetheException if there is none; the message lists those there are
   */
  public String require(String column) {
    if (!indices.containsKey(column)) {
      throw new LetheException(
          format.header()
              ? "%s: %s has no column '%s' in its first line, which has: %s"
                  .formatted(place, file, column, String.join(", ", columns))
              : "%s: %s has no column %s, but %d columns"
                  .formatted(place, file, column, columns.size()));
    }
    return column;
  }

  /**
   * Returns the next row, or null where there are no more.
   *
   * @throws LetheException if it does not fit the first line, or cannot be read
   */
  public @Nullable CsvRow next() {
    CSVRecord cells = first == null ? record() : first;
    first = null;
    while (cells != null && cells.stream().allMatch(String::isBlank)) {
      cells = record();
    }
    return cells == null ? null : whole(cells, parser.getCurrentLineNumber());
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private @Nullable CSVRecord record() {
    long line = parser.getCurrentLineNumber() + 1;
    try {
      text.allowRow();
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      if (cause instanceof BoundedReader.RowTooLong) {
        throw new LetheException(
            "%s: the row that begins in line %d of %s has no end within %d characters; close the double quote in it"
                .formatted(place, line, file, BoundedReader.LONGEST_ROW),
            e);
      }
      throw cause instanceof CSVException ? misquoted(line, e) : unreadable(cause);
    }
  }

  /** The parser refuses nothing else than quotes. */
  private LetheException misquoted(long line, Exception cause) {
    return new LetheException(
        "%s: in the row that begins in line %d of %s a double quote begins a cell and does not end it; put whole cells into double quotes, and write one within them twice"
            .formatted(place, line, file),
        cause);
  }

  private CsvRow whole(CSVRecord cells, long line) {
    if (cells.size() != columns.size()) {
      String names = format.header() ? " (%s)".formatted(String.join(", ", columns)) : "";
      throw new LetheException(
          "%s: line %d of %s has %d cells, but its first line has %d%s; %s"
              .formatted(place, line, file, cells.size(), columns.size(), names, format.advice()));
    }
    return new CsvRow(indices, cells, line);
  }

  private void index() {
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      if (!column.isEmpty() && indices.put(column, i) != null) {
        throw new LetheException(
            "%s: %s has two columns '%s' in its first line; keep one"
                .formatted(place, file, column));
      }
    }
  }

  private static List<String> numbers(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }

  private LetheException unreadable(IOException e) {
    return IoFailure.cannotRead(file, e);
  }
}
