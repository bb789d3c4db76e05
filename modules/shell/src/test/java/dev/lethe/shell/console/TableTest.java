package dev.lethe.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table = new Table();
  private final StringWriter text = new StringWriter();

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    table.row("NAME", "TEXT");
    table.row("a-long-name", "x");
    table.print(new PrintWriter(text), false);
    assertThat(text.toString().lines()).containsExactly("NAME         TEXT", "a-long-name  x");
  }

  @Test
  void onlyTheHeadingIsColoured() {
    table.row("NAME");
    table.row("a");
    table.print(new PrintWriter(text), true);
    assertThat(text.toString().lines()).containsExactly("\u001b[1mNAME\u001b[0m", "a");
  }

  @Test
  void whatATerminalWouldObeyIsShownAndKeepsTheColumnsStraight() {
    table.row("NAME", "TEXT");
    table.row("\u001b[31mx\n", "y");
    table.print(new PrintWriter(text), false);
    assertThat(text.toString().lines())
        .containsExactly("NAME               TEXT", "\\u001b[31mx\\u000a  y");
  }
}
