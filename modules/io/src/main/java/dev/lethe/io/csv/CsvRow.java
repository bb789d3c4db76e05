package dev.lethe.io.csv;

import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** A row of a table. */
public final class CsvRow {
  private final Map<String, Integer> columns;
  private final CSVRecord cells;
  private final long line;

  CsvRow(Map<String, Integer> columns, CSVRecord cells, long line) {
    this.columns = columns;
    this.cells = cells;
    this.line = line;
  }

  /** Returns a cell, stripped; empty where the table has no such column. */
  public String cell(String column) {
    Integer index = columns.get(column);
    return index == null ? "" : cells.get(index).strip();
  }

  /** Returns the line of the file on which the row ends, from 1. */
  public long line() {
    return line;
  }
}
