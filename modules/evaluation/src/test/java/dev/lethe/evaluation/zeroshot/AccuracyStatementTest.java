package dev.lethe.evaluation.zeroshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccuracyStatementTest {

  @Test
  void aChangeIsToldInPoints() {
    assertThat(sentence(0.90, 0.89))
        .isEqualTo("The model's zero-shot accuracy fell by 1.0 points, from 90.0 % to 89.0 %.");
    assertThat(sentence(0.84, 0.86))
        .isEqualTo("The model's zero-shot accuracy rose by 2.0 points, from 84.0 % to 86.0 %.");
  }

  @Test
  void whatReadsTheSameStayed() {
    assertThat(sentence(0.84, 0.84001))
        .isEqualTo("The model's zero-shot accuracy stayed at 84.0 %.");
  }

  @Test
  void anAuditTellsWhatTheModelCanDo() {
    assertThat(sentence(0.84, null)).isEqualTo("The model's zero-shot accuracy is 84.0 %.");
  }

  private static String sentence(double before, @Nullable Double after) {
    Metric metric = new Metric("zero-shot.top1", Unit.SHARE, Direction.HIGHER, "First.");
    return AccuracyStatement.of(new Reading(metric, before, after, null, null))
        .orElseThrow()
        .sentence();
  }
}
