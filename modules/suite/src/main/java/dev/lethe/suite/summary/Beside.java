package dev.lethe.suite.summary;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.report.study.Estimate;
import dev.lethe.report.study.ReferenceTable;
import dev.lethe.report.study.ReferenceTable.Claim;
import dev.lethe.suite.file.Selection;
import dev.lethe.suite.published.PublishedNumber;
import dev.lethe.suite.published.PublishedSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lays what a suite found beside published numbers.
 *
 * @param findings of the suite
 * @param metrics that it measured
 */
record Beside(List<Finding> findings, Map<String, Metric> metrics) {

  ReferenceTable table(PublishedSettings published) {
    return new ReferenceTable(
        "against",
        "Beside published numbers",
        published.source()
            + " A number agrees where it lies in the 95 % interval of what was measured here, a bound where the mean keeps it.",
        published.numbers().stream().map(this::row).toList());
  }

  private ReferenceTable.Row row(PublishedNumber number) {
    Selection where = new Selection(number.where());
    List<MetricValue> measured = new ArrayList<>();
    for (Finding finding : findings) {
      if (where.fits(finding.trial().values())) {
        value(finding, number).ifPresent(measured::add);
      }
    }
    Metric metric = metrics.get(number.metric());
    return new ReferenceTable.Row(
        number.where().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(", ")),
        switch (number.of()) {
          case AFTER -> number.metric();
          case BEFORE -> number.metric() + " before";
          case CHANGE -> "change of " + number.metric();
        },
        metric == null ? Unit.NUMBER : metric.unit(),
        claim(number),
        reported(number),
        measured(measured, number),
        number.note());
  }

  private static @Nullable Estimate measured(List<MetricValue> values, PublishedNumber number) {
    return values.isEmpty() ? null : Estimates.of(values, number.metric());
  }

  private static Optional<MetricValue> value(Finding finding, PublishedNumber number) {
    MetricValue before = finding.before().get(number.metric());
    MetricValue after = finding.values().get(number.metric());
    MetricValue value =
        switch (number.of()) {
          case AFTER -> after;
          case BEFORE -> before;
          case CHANGE -> change(before, after);
        };
    return Optional.ofNullable(value).filter(each -> each.value() != null);
  }

  private static @Nullable MetricValue change(
      @Nullable MetricValue before, @Nullable MetricValue after) {
    Double was = before == null ? null : before.value();
    Double is = after == null ? null : after.value();
    return was == null || is == null ? null : MetricValue.of(after.metric(), is - was);
  }

  private static Claim claim(PublishedNumber number) {
    if (number.atLeast() != null) {
      return Claim.AT_LEAST;
    }
    return number.atMost() != null ? Claim.AT_MOST : Claim.EQUAL;
  }

  private static double reported(PublishedNumber number) {
    Double value = number.value();
    Double least = number.atLeast();
    Double most = number.atMost();
    return value != null ? value : least != null ? least : most == null ? Double.NaN : most;
  }
}
