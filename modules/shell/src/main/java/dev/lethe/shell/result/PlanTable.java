package dev.lethe.shell.result;

import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Table;
import dev.lethe.suite.PlannedTrial;
import dev.lethe.suite.TrialState.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The trials of a suite, and what they will need.
 *
 * @param trials in the order of the suite
 * @param jobs how many run at a time
 */
public record PlanTable(List<PlannedTrial> trials, int jobs) {
  private static final String UNKNOWN = "–";

  /** Prints a row for each, and what all of those that have not finished take together. */
  public void print(Console console) {
    Table table = new Table();
    table.row("TRIAL", "ID", "STATE", "TIME", "MEMORY");
    for (PlannedTrial each : trials) {
      Double seconds = each.needs().seconds();
      ByteSize memory = each.needs().memory();
      table.row(
          each.trial().trial().name(),
          each.trial().trial().id(),
          TrialTable.state(each.trial()),
          seconds == null ? UNKNOWN : Unit.SECONDS.text(seconds),
          memory == null ? UNKNOWN : memory.toString());
    }
    table.print(console);
    console.out().println();
    lines().forEach(console.out()::println);
  }

  /** Returns an object for each: that of a trial, and what is planned. */
  public List<Map<String, @Nullable Object>> json() {
    List<Map<String, @Nullable Object>> json = new ArrayList<>();
    for (PlannedTrial each : trials) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>(TrialTable.json(each.trial()));
      ByteSize memory = each.needs().memory();
      object.put("planned-seconds", each.needs().seconds());
      object.put("planned-memory-bytes", memory == null ? null : memory.bytes());
      object.put("not-planned-because", each.doubt());
      json.add(object);
    }
    return json;
  }

  /** Returns how many there are, what they take together, and why something is not known. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(new TrialTable(trials.stream().map(PlannedTrial::trial).toList()).counts());
    List<PlannedTrial> toRun = trials.stream().filter(each -> !isFinished(each)).toList();
    List<PlannedTrial> timed =
        toRun.stream().filter(each -> each.needs().seconds() != null).toList();
    if (!timed.isEmpty()) {
      double sum =
          timed.stream().mapToDouble(each -> Objects.requireNonNull(each.needs().seconds())).sum();
      lines.add(
          "about %s of attacks and training for %s%s; stages that trials share are counted in each"
              .formatted(
                  Unit.SECONDS.text(sum),
                  timed.size() == 1 ? "the one to run" : "the %d to run".formatted(timed.size()),
                  jobs == 1
                      ? ", on all cores of this machine"
                      : ", or %s if %d at a time do not slow each other down"
                          .formatted(Unit.SECONDS.text(sum / jobs), jobs)));
    }
    toRun.stream()
        .map(each -> each.needs().memory())
        .filter(Objects::nonNull)
        .max(ByteSize::compareTo)
        .ifPresent(
            most ->
                lines.add(
                    "at most %s for one%s"
                        .formatted(
                            most,
                            jobs == 1
                                ? ""
                                : ", %s for %d"
                                    .formatted(new ByteSize(most.bytes() * jobs), jobs))));
    Map<String, Integer> doubts = new TreeMap<>();
    toRun.stream()
        .map(PlannedTrial::doubt)
        .filter(Objects::nonNull)
        .forEach(doubt -> doubts.merge(doubt, 1, Integer::sum));
    doubts.forEach(
        (doubt, count) ->
            lines.add(
                "what %s will need is not known: %s"
                    .formatted(count == 1 ? "one" : "%d of them".formatted(count), doubt)));
    return lines;
  }

  private static boolean isFinished(PlannedTrial trial) {
    return trial.trial().state().phase() == Phase.FINISHED;
  }
}
