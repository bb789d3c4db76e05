package dev.lethe.report.html;

import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear map from data to pixels.
 *
 * @param low the least value
 * @param high the greatest value, above {@code low}
 * @param start the pixel of the least value
 * @param end the pixel of the greatest value; may be less than {@code start}
 */
record Scale(double low, double high, double start, double end) {

  /** Returns a scale whose domain is widened where all values are the same. */
  static Scale of(double low, double high, double start, double end) {
    double room = high > low ? 0 : Math.max(Math.abs(low) * 0.05, 0.5);
    return new Scale(low - room, high + room, start, end);
  }

  double at(double value) {
    return start + (value - low) / (high - low) * (end - start);
  }

  /** A value on an axis and how it is written there. */
  record Tick(double value, String label) {}

  /** Returns round values inside the domain, about {@code count} of them. */
  List<Tick> ticks(int count) {
    double step = roundStep((high - low) / Math.max(1, count));
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    var ticks = new ArrayList<Tick>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      double value = i * step;
      ticks.add(
          new Tick(
              value, decimals > 3 ? Numbers.significant(value) : Numbers.fixed(value, decimals)));
    }
    return ticks;
  }

  private static double roundStep(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double fraction = rough / power;
    return power * (fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10);
  }
}
