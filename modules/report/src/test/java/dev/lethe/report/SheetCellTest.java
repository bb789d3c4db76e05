package dev.lethe.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetCellTest {

  @ParameterizedTest
  @ValueSource(strings = {"=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "'t Hooft", "''x"})
  void whatBeginsLikeAFormulaIsTextAndComesBackAsItWas(String text) {
    assertThat(SheetCell.safe(text)).isEqualTo("'" + text);
    assertThat(SheetCell.plain(SheetCell.safe(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ada Byron", "a=b", "idia.tpr"})
  void ordinaryTextsStayAsTheyAre(String text) {
    assertThat(SheetCell.safe(text)).isEqualTo(text);
    assertThat(SheetCell.plain(text)).isEqualTo(text);
  }
}
