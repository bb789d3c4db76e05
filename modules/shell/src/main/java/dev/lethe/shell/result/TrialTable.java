package dev.lethe.shell.result;

import dev.lethe.api.metric.Metric;
import dev.lethe.engine.RunStatus;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Table;
import dev.lethe.suite.TrialProgress;
import dev.lethe.suite.TrialState;
import dev.lethe.suite.TrialState.Phase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The trials of a suite, and how far they are.
 *
 * @param trials in the order of the suite
 */
public record TrialTable(List<TrialProgress> trials) {

  /** Prints a row for each, and how many there are of a kind. */
  public void print(Console console) {
    Table table = new Table();
    table.row("TRIAL", "ID", "STATE", "RUN");
    for (TrialProgress each : trials) {
      table.row(
          each.trial().name(),
          each.trial().id(),
          state(each),
          Objects.requireNonNullElse(each.state().directory(), ""));
    }
    table.print(console);
    console.out().println();
    console.out().println(counts());
  }

  /** Returns how many trials there are, and how many of them are in which state. */
  public String counts() {
    StringBuilder counts = new StringBuilder(trials.size() + " trials");
    for (Phase phase : Phase.values()) {
      long count = trials.stream().filter(each -> each.state().phase() == phase).count();
      if (count > 0) {
        counts
            .append(counts.indexOf(":") < 0 ? ": " : ", ")
            .append(count)
            .append(' ')
            .append(name(phase));
      }
    }
    return counts.toString();
  }

  /** Returns an object for each. */
  public List<Map<String, @Nullable Object>> json() {
    return trials.stream().map(TrialTable::json).toList();
  }

  static Map<String, @Nullable Object> json(TrialProgress each) {
    TrialState state = each.state();
    RunStatus status = each.status();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", each.trial().id());
    json.put("name", each.trial().name());
    json.put("values", each.trial().values());
    json.put("overrides", each.trial().overrides());
    json.put("state", name(state.phase()));
    json.put("attempts", state.attempts());
    json.put("cut-offs", state.cutOffs());
    json.put("place", each.place());
    json.put("directory", state.directory());
    json.put("seconds", state.seconds());
    json.put("task", status == null ? null : status.task());
    json.put("share", status == null ? null : status.share());
    json.put("message", state.message());
    return json;
  }

  static String state(TrialProgress each) {
    TrialState state = each.state();
    RunStatus status = each.status();
    String message = state.message();
    return name(state.phase())
        + (each.place() == null ? "" : ", " + each.place())
        + (status == null || status.task().isEmpty()
            ? ""
            : ", %s %.0f %%".formatted(status.task(), 100 * status.share()))
        + (state.phase() == Phase.FINISHED && state.seconds() > 0
            ? " in " + Metric.Unit.SECONDS.text(state.seconds())
            : "")
        + (message == null ? "" : ": " + message);
  }

  private static String name(Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }
}
