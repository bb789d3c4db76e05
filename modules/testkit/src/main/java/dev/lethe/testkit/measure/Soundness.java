package dev.lethe.testkit.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.MetricValue;
import java.util.List;

/** What holds of measured values, whatever measured them. */
final class Soundness {
  private Soundness() {}

  static void require(List<MetricValue> values) {
    assertThat(values).extracting(value -> value.metric().name()).doesNotHaveDuplicates();
    values.forEach(Soundness::require);
  }

  private static void require(MetricValue measured) {
    Metric metric = measured.metric();
    assertThat(metric.name()).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    assertThat(metric.meaning()).isNotBlank().hasLineCount(1);
    Double value = measured.value();
    if (value == null) {
      return;
    }
    switch (metric.unit()) {
      case SHARE -> assertThat(value).as(metric.name()).isBetween(0.0, 1.0);
      case COSINE -> assertThat(value).as(metric.name()).isBetween(-1.00001, 1.00001);
      case COUNT -> assertThat(value).as(metric.name()).isEqualTo(Math.rint(value)).isNotNegative();
    }
    Interval interval = measured.interval();
    if (interval != null) {
      assertThat(value).as(metric.name()).isBetween(interval.low(), interval.high());
    }
  }
}
