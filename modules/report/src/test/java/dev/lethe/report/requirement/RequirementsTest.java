package dev.lethe.report.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.report.Metrics;
import dev.lethe.report.Report;
import dev.lethe.report.ToyReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementsTest {
  private static final Report REPORT =
      ToyReport.of(
          Map.of(),
          new Metrics(
              Map.of(),
              Map.of(
                  "idia.forgotten.tpr",
                  0.0,
                  "idia.forgotten.tpr.high",
                  0.369,
                  "zero-shot.top1",
                  0.9042)));

  @ParameterizedTest
  @CsvSource({
    "idia.forgotten.tpr<=0, true",
    "idia.forgotten.tpr<0, false",
    "idia.forgotten.tpr==0, true",
    "idia.forgotten.tpr > 0, false",
    "zero-shot.top1 >= 0.9, true",
    "zero-shot.top1>=.91, false",
    "idia.forgotten.tpr.high<=0.4, true",
    "idia.forgotten.tpr.high<=3e-1, false"
  })
  void aMetricAfterTheDefenseIsComparedWithItsBound(String text, boolean holds) {
    assertThat(check(text).holds()).isEqualTo(holds);
  }

  @Test
  void aMetricOfTheOriginalAloneIsComparedAndSaidToBe() {
    Metrics metrics = new Metrics(Map.of("a.b", 0.5), Map.of("c.d", 1.0));
    Check check = Requirements.of(List.of("a.b<=0.5"), metrics).checks().get(0);
    assertThat(check.line()).isEqualTo("Required: a.b<=0.5 holds: it is 0.5 on the original");
  }

  @Test
  void whatIsNotDefinedDoesNotHold() {
    Map<String, @Nullable Double> after = new LinkedHashMap<>();
    after.put("a.b", null);
    assertThat(Requirements.of(List.of("a.b<=9"), new Metrics(Map.of(), after)).lines())
        .containsExactly("Required: a.b<=9 does not hold: it is not defined here");
  }

  @Test
  void allThatDoNotHoldAreNamedAndEndWithFour() {
    Requirements requirements =
        Requirements.of(
            List.of("idia.forgotten.tpr<=0", "idia.forgoten.tpr<=0", "zero-shot.top1>=0.95"),
            REPORT.metrics());
    assertThatThrownBy(() -> requirements.demand(REPORT))
        .isInstanceOfSatisfying(UnmetException.class, e -> assertThat(e.exitCode()).isEqualTo(4))
        .hasMessage(
            "2 of 3 requirements do not hold: idia.forgoten.tpr<=0 (there is no such metric: did"
                + " you mean 'idia.forgotten.tpr'?); zero-shot.top1>=0.95 (it is 0.9042)");
  }

  @Test
  void oneThatDoesNotHoldIsNamedWithoutACountWhereItIsTheOnlyOne() {
    assertThat(failure("zero-shot.top1>=0.95"))
        .isEqualTo("the requirement does not hold: zero-shot.top1>=0.95 (it is 0.9042)");
    assertThat(failure("zero-shot.top1>=0.95", "zero-shot.top1>=0"))
        .startsWith("1 of 2 requirements does not hold: zero-shot.top1>=0.95");
  }

  @Test
  void ofARedactedRunTheExactValueDecidesAndTheRoundedOneIsTold() {
    Metrics exact = new Metrics(Map.of("a.b", 0.5, "e.f", 0.123), Map.of("c.d", 0.004));
    Metrics rounded = new Metrics(Map.of("a.b", 0.5), Map.of("c.d", 0.0));
    Requirements requirements =
        Requirements.of(List.of("c.d<=0", "a.b<=1", "e.f<=1", "x.y<=1"), exact).redacted(rounded);
    assertThat(requirements.lines())
        .containsExactly(
            "Required: c.d<=0 does not hold: it is 0.0, rounded",
            "Required: a.b<=1 holds: it is 0.5 on the original, rounded",
            "Required: e.f<=1 holds: a redacted report leaves its value out",
            "Required: x.y<=1 does not hold: there is no such metric");
    assertThat(requirements.json())
        .extracting(json -> json.get("value"))
        .containsExactly(0.0, 0.5, null, null);
  }

  @Test
  void theSameRequirementTwiceCountsOnce() {
    assertThat(Requirements.of(List.of("a.b<=1", "a.b <= 1.0"), REPORT.metrics()).checks())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "idia.tpr",
        "idia.tpr=0",
        "idia.tpr<=",
        "<=0",
        "a<=b",
        "a<=NaN",
        "a<=1 2",
        "a=<1"
      })
  void whatIsNoRequirementIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> Requirement.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("such as idia.forgotten.tpr<=0 (got '" + text + "')");
  }

  private static String failure(String... texts) {
    return Requirements.of(List.of(texts), REPORT.metrics()).failure(REPORT).orElseThrow();
  }

  private static Check check(String text) {
    return Requirements.of(List.of(text), REPORT.metrics()).checks().get(0);
  }
}
