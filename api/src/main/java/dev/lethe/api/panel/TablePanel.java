package dev.lethe.api.panel;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A table.
 *
 * @param title its heading
 * @param explanation how to read it
 * @param open whether it tells nothing about people, and no number in it follows from a name; a
 *     table with a name in it is never open
 * @param columns their headings
 * @param rows the cells of each, one for each column
 */
public record TablePanel(
    String title, String explanation, boolean open, List<String> columns, List<List<Cell>> rows)
    implements Panel {

  /** Copies the lists and checks that each row is whole. */
  public TablePanel {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row must have a cell for each of %d columns (got %d)"
                .formatted(columns.size(), row.size()));
      }
      if (open && row.stream().anyMatch(Cell.Name.class::isInstance)) {
        throw new IllegalArgumentException("a table with a name in it is not open");
      }
    }
  }

  @Override
  public Optional<Panel> redacted(UnaryOperator<String> pseudonyms) {
    return open ? Optional.of(this) : Optional.empty();
  }

  /** What stands in one place. */
  public sealed interface Cell {

    /**
     * Anything but a name.
     *
     * @param text what stands there
     */
    record Text(String text) implements Cell {}

    /**
     * A number.
     *
     * @param value the number, finite
     */
    record Number(double value) implements Cell {

      /** Checks that it is a number. */
      public Number {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(
              "a cell must hold a finite number (got " + value + ")");
        }
      }
    }

    /**
     * The name of a person.
     *
     * @param name the name
     */
    record Name(String name) implements Cell {}
  }
}
