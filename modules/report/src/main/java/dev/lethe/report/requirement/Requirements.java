package dev.lethe.report.requirement;

import dev.lethe.api.settings.Keys;
import dev.lethe.report.Metrics;
import dev.lethe.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was required of a run, and what of it holds.
 *
 * @param checks one for each requirement, in the order they were given
 */
public record Requirements(List<Check> checks) {
  /** The key of a configuration that holds requirements. */
  public static final String KEY = "require";

  /** Copies the list. */
  public Requirements {
    checks = List.copyOf(checks);
  }

  /** Compares metrics with requirements; the same one twice counts once. */
  public static Requirements of(List<String> texts, Metrics metrics) {
    return new Requirements(
        texts.stream()
            .map(Requirement::parse)
            .distinct()
            .map(each -> each.check(metrics))
            .toList());
  }

  /** Compares a report with what its own configuration requires. */
  public static Requirements of(Report report) {
    return of(recorded(report), report.metrics());
  }

  /** Returns what the configuration of a report requires. */
  public static List<String> recorded(Report report) {
    return report.config().get(KEY) instanceof List<?> texts
        ? texts.stream().map(String::valueOf).toList()
        : List.of();
  }

  /**
   * Returns what may be told of a redacted run: whether each holds, which the exact measures have
   * decided, and the values that its report shows.
   *
   * @param rounded the metrics of the redacted report
   */
  public Requirements redacted(Metrics rounded) {
    return new Requirements(checks.stream().map(check -> check.redacted(rounded)).toList());
  }

  /** Returns a line for each. */
  public List<String> lines() {
    return checks.stream().map(Check::line).toList();
  }

  /** Returns them as JSON knows them. */
  public List<Map<String, @Nullable Object>> json() {
    return checks.stream().map(Requirements::json).toList();
  }

  /**
   * Demands that all hold.
   *
   * @param report whose metrics were compared, for messages
   * @throws UnmetException if one does not; names those that do not
   */
  public void demand(Report report) {
    failure(report)
        .ifPresent(
            failure -> {
              throw new UnmetException(failure);
            });
  }

  /**
   * Returns what does not hold, in a sentence; empty where all does.
   *
   * @param report whose metrics were compared, for messages
   */
  public Optional<String> failure(Report report) {
    List<Check> unmet = checks.stream().filter(check -> !check.holds()).toList();
    return unmet.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s not hold: %s"
                .formatted(
                    subject(unmet.size(), checks.size()),
                    unmet.stream()
                        .map(
                            check ->
                                "%s (%s%s)"
                                    .formatted(
                                        check.requirement(), check.found(), hint(check, report)))
                        .collect(Collectors.joining("; "))));
  }

  private static String subject(int unmet, int all) {
    if (all == 1) {
      return "the requirement does";
    }
    return "%d of %d requirements %s".formatted(unmet, all, unmet == 1 ? "does" : "do");
  }

  private static String hint(Check check, Report report) {
    if (!check.found().equals(Requirement.UNKNOWN)) {
      return "";
    }
    Set<String> known = new TreeSet<>(report.metrics().before().keySet());
    known.addAll(report.metrics().after().keySet());
    return Keys.nearest(check.requirement().metric(), known)
        .map(near -> ": did you mean '" + near + "'?")
        .orElse("");
  }

  private static Map<String, @Nullable Object> json(Check check) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("requirement", check.requirement().toString());
    json.put("holds", check.holds());
    json.put("value", check.value());
    json.put("found", check.found());
    return json;
  }
}
