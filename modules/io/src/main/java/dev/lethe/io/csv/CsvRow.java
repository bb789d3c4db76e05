package dev.lethe.io.csv;

import org.apache.commons.csv.CSVRecord;

/** A row of a table. */
public final class CsvRow {
  private final CSVRecord cells;
  private final long line;

  CsvRow(CSVRecord cells, long line) {
    this.cells = cells;
    this.line = line;
  }

  /** Returns a cell, stripped; empty where the table has no such column. */
  public String cell(String column) {
    return cells.isSet(column) ? cells.get(column).strip() : "";
  }

  /** Returns the line of the file on which the row ends, from 1. */
  public long line() {
    return line;
  }
}
