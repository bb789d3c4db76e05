package dev.lethe.shell.result;

import dev.lethe.api.plugin.ExtensionKey;
import dev.lethe.api.plugin.InstalledPlugin;
import dev.lethe.api.plugin.PluginChange;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows the jars in the folder of plugins, and what a command has changed there. */
public final class PluginView {
  private static final int SHORT_HASH = 12;

  private PluginView() {}

  /** Prints a table. */
  public static void show(List<InstalledPlugin> plugins, Console console) {
    if (plugins.isEmpty()) {
      console.out().println("There are no jars in plugins/.");
      return;
    }
    Table table = new Table();
    table.row("FILE", "BUNDLE", "VERSION", "SHA-256", "OFFERS");
    for (InstalledPlugin each : plugins) {
      table.row(each.file(), each.bundle(), each.version(), shortHash(each), names(each.offers()));
    }
    table.print(console);
    plugins.stream()
        .filter(each -> each.problem() != null)
        .forEach(each -> console.out().println(each.file() + " is refused: " + each.problem()));
  }

  /** Says what an installation has changed. */
  public static List<String> sentences(PluginChange change) {
    InstalledPlugin before = change.before();
    InstalledPlugin after = change.after();
    if (after.equals(before)) {
      return List.of("%s is plugins/%s already.".formatted(bundle(after), after.file()));
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        before == null
            ? "Installed %s as plugins/%s.".formatted(bundle(after), after.file())
            : "Replaced %s with %s in plugins/%s; running experiments keep the old one."
                .formatted(bundle(before), bundle(after), after.file()));
    sentences.add("SHA-256 " + after.sha256());
    List<ExtensionKey> old = before == null ? List.of() : before.offers();
    say(sentences, "Offers now: ", without(after.offers(), old));
    say(sentences, "No longer offers: ", without(old, after.offers()));
    return sentences;
  }

  /** Says what was removed. */
  public static String removal(InstalledPlugin removed) {
    return "Removed plugins/%s%s."
        .formatted(
            removed.file(),
            removed.bundle().isEmpty()
                ? ""
                : " (%s); gone: %s".formatted(bundle(removed), names(removed.offers())));
  }

  /** Returns a change as it is written to JSON. */
  public static Map<String, Object> json(PluginChange change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("before", change.before() == null ? null : json(change.before()));
    json.put("after", json(change.after()));
    return json;
  }

  /** Returns a jar as it is written to JSON. */
  public static Map<String, Object> json(InstalledPlugin plugin) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", plugin.file());
    json.put("bundle", plugin.bundle());
    json.put("version", plugin.version());
    json.put("sha256", plugin.sha256());
    json.put(
        "offers",
        plugin.offers().stream()
            .map(key -> Map.of("kind", key.contract().getSimpleName(), "name", key.name()))
            .toList());
    json.put("refused", plugin.problem());
    return json;
  }

  private static void say(List<String> sentences, String what, List<ExtensionKey> keys) {
    if (!keys.isEmpty()) {
      sentences.add(what + names(keys) + ".");
    }
  }

  private static List<ExtensionKey> without(List<ExtensionKey> all, List<ExtensionKey> others) {
    return all.stream().filter(key -> !others.contains(key)).toList();
  }

  private static String names(List<ExtensionKey> keys) {
    return keys.stream()
        .map(key -> "%s '%s'".formatted(key.contract().getSimpleName(), key.name()))
        .collect(Collectors.joining(", "));
  }

  private static String bundle(InstalledPlugin plugin) {
    return plugin.bundle() + " " + plugin.version();
  }

  private static String shortHash(InstalledPlugin plugin) {
    return plugin.sha256().substring(0, Math.min(SHORT_HASH, plugin.sha256().length()));
  }
}
