package dev.lethe.io.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Gives a parser no more than a row may have: a quote that nobody closes has no end. */
final class BoundedReader extends FilterReader {
  /** A little more than a cell of the longest line; parsers read some characters ahead. */
  static final int LONGEST_ROW = 4_000_000;

  private int left;

  BoundedReader(Reader in) {
    super(in);
  }

  /** A row begins. */
  void allowRow() {
    left = LONGEST_ROW;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    int count = super.read(into, from, length);
    left -= Math.max(0, count);
    if (left < 0) {
      throw new RowTooLong();
    }
    return count;
  }

  /** Says that a row has no end. */
  static final class RowTooLong extends IOException {
    private static final long serialVersionUID = 1;
  }
}
