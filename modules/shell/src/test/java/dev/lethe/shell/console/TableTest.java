package dev.lethe.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final String LONG =
      "The mean of the cosines between what the two models make of a caption, and of their lengths.";

  private final Table table = new Table();
  private final StringWriter text = new StringWriter();

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    table.row("NAME", "TEXT");
    table.row("a-long-name", "x");
    table.print(new PrintWriter(text), false, Integer.MAX_VALUE);
    assertThat(text.toString().lines()).containsExactly("NAME         TEXT", "a-long-name  x");
  }

  @Test
  void onlyTheHeadingIsColored() {
    table.row("NAME");
    table.row("a");
    table.print(new PrintWriter(text), true, Integer.MAX_VALUE);
    assertThat(text.toString().lines()).containsExactly("\u001b[1mNAME\u001b[0m", "a");
  }

  @Test
  void whatATerminalWouldObeyIsShownAndKeepsTheColumnsStraight() {
    table.row("NAME", "TEXT");
    table.row("\u001b[31mx\n", "y");
    table.print(new PrintWriter(text), false, Integer.MAX_VALUE);
    assertThat(text.toString().lines())
        .containsExactly("NAME               TEXT", "\\u001b[31mx\\u000a  y");
  }

  @Test
  void whereAPersonReadsLongTextsGoOnBelowInTheirColumn() {
    table.row("NAME", "TYPE", "MEANING");
    table.row("alpha", "number", LONG);
    table.print(new PrintWriter(text), false, 60);
    assertThat(text.toString().lines())
        .containsExactly(
            "NAME   TYPE    MEANING",
            "alpha  number  The mean of the cosines between what the two",
            "               models make of a caption, and of their",
            "               lengths.");
  }

  @Test
  void aTextWithoutSpacesIsBrokenSoThatNoLineIsWiderAndNothingIsLost() {
    String hash = "0123456789abcdef".repeat(16);
    table.row("clip", hash, "x");
    table.print(new PrintWriter(text), false, 50);
    assertThat(text.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(51));
    assertThat(text.toString().replaceAll("\\s|clip|x", "")).isEqualTo(hash);
  }

  @Test
  void whereAProgramReadsARowIsALine() {
    table.row("NAME", LONG.repeat(4));
    table.print(new PrintWriter(text), false, Integer.MAX_VALUE);
    assertThat(text.toString().lines()).hasSize(1);
  }
}
