package dev.lethe.shell.console;

import dev.lethe.experiment.report.Visible;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of text in columns as wide as their widest cell. */
public final class Table {
  private static final String GAP = "  ";
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; rows may differ in length. What a terminal would obey is shown instead. */
  public void row(String... cells) {
    rows.add(Stream.of(cells).map(Visible::of).toList());
  }

  /**
   * Prints the rows in the order they were added.
   *
   * @param out obeys the orders for colours
   * @param colours whether the first row, the heading, stands out
   */
  public void print(PrintWriter out, boolean colours) {
    List<Integer> widths = widths();
    for (List<String> row : rows) {
      boolean heading = colours && row == rows.get(0);
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(i == 0 ? "" : GAP).append(row.get(i));
        line.append(" ".repeat(Math.max(0, widths.get(i) - row.get(i).length())));
      }
      String text = line.toString().stripTrailing();
      out.println(heading ? BOLD + text + PLAIN : text);
    }
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        if (i == widths.size()) {
          widths.add(0);
        }
        // The last cell of a row needs no padding, so a long text there widens nothing.
        int width = i == row.size() - 1 ? 0 : row.get(i).length();
        widths.set(i, Math.max(widths.get(i), width));
      }
    }
    return widths;
  }
}
