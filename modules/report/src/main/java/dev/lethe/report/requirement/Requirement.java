package dev.lethe.report.requirement;

import dev.lethe.report.Metrics;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on a metric of the report, or on an end of its interval.
 *
 * @param metric its name, such as {@code idia.forgotten.tpr} or {@code idia.forgotten.tpr.high}
 * @param comparison how the two are compared
 * @param bound what the metric is compared with
 */
public record Requirement(String metric, Comparison comparison, double bound) {
  /** What is found of a metric that nobody measured. */
  static final String UNKNOWN = "there is no such metric";

  private static final Pattern FORM = Pattern.compile("([^\\s<>=]+)\\s*(<=|>=|==|<|>)\\s*(\\S+)");

  /**
   * Reads a requirement.
   *
   * @param text such as {@code idia.forgotten.tpr<=0}
   * @throws IllegalArgumentException if it is none; the message says what one looks like
   */
  public static Requirement parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw malformed(text);
    }
    double bound = number(form.group(3), text);
    return new Requirement(form.group(1), Comparison.of(form.group(2)), bound);
  }

  /**
   * Compares with what was measured on the defended model, or on the original where that is all.
   */
  Check check(Metrics metrics) {
    boolean measuredAfter = metrics.after().containsKey(metric);
    if (!measuredAfter && !metrics.before().containsKey(metric)) {
      return new Check(this, false, null, UNKNOWN);
    }
    Double value = (measuredAfter ? metrics.after() : metrics.before()).get(metric);
    if (value == null || !Double.isFinite(value)) {
      return new Check(this, false, null, "it is not defined here");
    }
    String found = measuredAfter || metrics.after().isEmpty() ? "" : " on the original";
    return new Check(
        this, comparison.holds(value, bound), value, "it is %s%s".formatted(value, found));
  }

  @Override
  public String toString() {
    String number = Double.toString(bound);
    return metric
        + comparison.sign()
        + (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number);
  }

  private static double number(String bound, String text) {
    try {
      double number = Double.parseDouble(bound);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw malformed(text);
    }
    throw malformed(text);
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "require must be a metric, one of <=, <, >=, >, == and a number, such as idia.forgotten.tpr<=0 (got '%s')"
            .formatted(text));
  }
}
