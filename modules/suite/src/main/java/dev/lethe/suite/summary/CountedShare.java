package dev.lethe.suite.summary;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.metric.MetricValue;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A share that was counted. How many of how many is found again by its Clopper-Pearson interval,
 * which no other count of that share has.
 *
 * @param hits how many
 * @param total of how many
 */
record CountedShare(int hits, int total) {
  private static final double ERROR_RATE = .05;
  private static final int MOST = 200_000;
  private static final double EXACT = 1e-9;

  /** Returns the counts of a share; empty where its interval is no such one. */
  static Optional<CountedShare> of(MetricValue value) {
    Double share = value.value();
    Interval interval = value.interval();
    if (value.metric().unit() != Unit.SHARE || share == null || interval == null) {
      return Optional.empty();
    }
    int low = 1;
    int high = MOST;
    // the more were counted, the narrower it is
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (width(share, middle) <= interval.high() - interval.low() + EXACT) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    for (int total = Math.max(1, low - 2); total <= low + 2; total++) {
      int hits = (int) Math.round(share * total);
      if (Math.abs((double) hits / total - share) < EXACT) {
        CountedShare counted = new CountedShare(hits, total);
        Interval own = counted.interval();
        if (Math.abs(own.low() - interval.low()) < EXACT
            && Math.abs(own.high() - interval.high()) < EXACT) {
          return Optional.of(counted);
        }
      }
    }
    return Optional.empty();
  }

  /** Returns all counts together. */
  static CountedShare pooled(List<CountedShare> counts) {
    return new CountedShare(
        counts.stream().mapToInt(CountedShare::hits).sum(),
        counts.stream().mapToInt(CountedShare::total).sum());
  }

  /** Returns its 95 % interval. */
  Interval interval() {
    var interval =
        BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(total, hits, ERROR_RATE);
    return new Interval(interval.getLowerBound(), interval.getUpperBound());
  }

  private static double width(double share, int total) {
    int hits = (int) Math.round(share * total);
    Interval interval = new CountedShare(hits, total).interval();
    return interval.high() - interval.low();
  }
}
