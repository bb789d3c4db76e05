package dev.lethe.shell.console;

import dev.lethe.io.Visible;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of text in columns as wide as their widest cell; where a person reads, the widest columns
 * give way until a row fits, and their texts go on below.
 */
public final class Table {
  private static final String GAP = "  ";
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  /** No column becomes narrower than this for another. */
  private static final int NARROWEST = 8;

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; rows may differ in length. What a terminal would obey is shown instead. */
  public void row(String... cells) {
    rows.add(Stream.of(cells).map(Visible::of).toList());
  }

  /** Prints rows of which the first is the heading. */
  public void print(Console console) {
    print(console.styledOut(), console.hasColors(), console.columns());
  }

  /** Prints rows without a heading. */
  public void printRows(Console console) {
    print(console.styledOut(), false, console.columns());
  }

  /**
   * Prints the rows in the order they were added.
   *
   * @param out obeys the orders for colors
   * @param colors whether the first row, the heading, stands out
   * @param columns how wide a line may be
   */
  void print(PrintWriter out, boolean colors, int columns) {
    int[] widths = fitting(widths(), columns);
    for (List<String> row : rows) {
      boolean heading = colors && row == rows.get(0);
      for (String line : lines(row, widths)) {
        out.println(heading ? BOLD + line + PLAIN : line);
      }
    }
  }

  private int[] widths() {
    int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private static int[] fitting(int[] widths, int columns) {
    long excess = (long) Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - columns;
    for (; excess > 0; excess--) {
      int widest = 0;
      for (int i = 0; i < widths.length; i++) {
        widest = widths[i] >= widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static List<String> lines(List<String> row, int... widths) {
    List<List<String>> cells = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < row.size(); i++) {
      List<String> parts = parts(row.get(i), widths[i]);
      height = Math.max(height, parts.size());
      cells.add(parts);
    }
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < height; at++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        String part = at < cells.get(i).size() ? cells.get(i).get(at) : "";
        line.append(i == 0 ? "" : GAP).append(part);
        line.append(" ".repeat(widths[i] - part.length()));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Breaks a text between words where it can. */
  private static List<String> parts(String text, int width) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      int end = space > 0 ? space : rest.offsetByCodePoints(0, rest.codePointCount(0, width));
      parts.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    parts.add(rest);
    return parts;
  }
}
