package dev.lethe.shell.result;

import dev.lethe.engine.DataState;
import dev.lethe.engine.DataState.State;
import dev.lethe.fetch.catalogue.Catalogue;
import dev.lethe.fetch.catalogue.Entry;
import dev.lethe.fetch.catalogue.Kind;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows what is there of the data of a configuration, and how to get what is not. */
public final class DataView {
  private final Catalogue catalogue;

  /** Creates a view that looks for what is missing in a catalog. */
  public DataView(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Prints a row for each block, and below the table what a person has to know. */
  public void show(List<DataState> states, Console console) {
    if (states.isEmpty()) {
      console.out().println("this configuration names no data");
      return;
    }
    Table table = new Table();
    table.row("DATA", "SOURCE", "STATE", "WHAT");
    for (DataState each : states) {
      table.row(each.place(), each.source(), word(each), each.text());
    }
    table.print(console);
    for (DataState each : states) {
      for (String note : each.notes()) {
        console.out().println(each.place() + ": " + note);
      }
      for (String command : commands(each)) {
        console.out().println(each.place() + ": get it with: " + command);
      }
    }
  }

  /** Returns the same for programs. */
  public List<Map<String, Object>> json(List<DataState> states) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (DataState each : states) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("data", each.place());
      json.put("source", each.source());
      json.put("state", word(each));
      json.put("text", each.text());
      json.put("damaged", each.damaged());
      json.put("notes", each.notes());
      json.put("get-it-with", commands(each));
      all.add(json);
    }
    return all;
  }

  private static String word(DataState state) {
    return state.state().name().toLowerCase(Locale.ROOT);
  }

  /** Returns a command for each entry of the catalog that is for such a block. */
  private List<String> commands(DataState state) {
    return state.state() == State.MISSING
        ? catalogue.list(Kind.DATA).stream()
            .filter(entry -> isFor(entry, state))
            .map(entry -> "lethe data fetch " + entry.name())
            .toList()
        : List.of();
  }

  private static boolean isFor(Entry entry, DataState state) {
    String use = entry.use();
    if (use == null) {
      return false;
    }
    List<String> keys = List.of(use.strip().split("\\s+"));
    boolean namesSource = keys.stream().anyMatch(key -> key.startsWith(state.place() + ".source="));
    return keys.stream().anyMatch(key -> key.startsWith(state.place() + "."))
        && (!namesSource || keys.contains(state.place() + ".source=" + state.source()));
  }
}
