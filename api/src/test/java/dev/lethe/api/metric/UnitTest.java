package dev.lethe.api.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.metric.Metric.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

  @ParameterizedTest
  @CsvSource({
    "SHARE, 0.125, 12.5 %",
    "COSINE, -0.5, −0.5000",
    "COUNT, 21, 21",
    "NUMBER, 1234.56, 1235",
    "SECONDS, 9.96, 10.0 s",
    "SECONDS, 48.2, 48 s",
    "SECONDS, 125, 2 min 05 s",
    "SECONDS, 11400, 3 h 10 min",
    "BYTES, 3145728, 3 MiB",
    "BYTES, 1610612736, 1.5 GiB"
  })
  void aValueReadsAsAPersonSaysIt(Unit unit, double value, String text) {
    assertThat(unit.text(value)).isEqualTo(text);
  }
}
