package dev.lethe.shell.command;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.console.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "plugins",
    description = "Lists what is installed: kind, name, bundle, version and SHA-256 of its jar.",
    footer = {
      "",
      "Drop a plugin's jar into plugins/ and it appears here; remove it and it is gone.",
      "See what one does and takes with: lethe describe NAME"
    })
final class PluginsCommand implements Runnable {
  private static final int SHORT_HASH = 12;

  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;

  PluginsCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    List<ExtensionInfo> installed = lethe.extensions().list();
    if (output.json()) {
      JsonOutput.print(console, installed.stream().map(PluginsCommand::json).toList());
      return;
    }
    Table table = new Table();
    table.row("KIND", "NAME", "BUNDLE", "VERSION", "SHA-256");
    for (ExtensionInfo info : installed) {
      table.row(
          info.key().contract().getSimpleName(),
          info.key().name(),
          info.bundle(),
          info.version(),
          info.sha256().substring(0, Math.min(SHORT_HASH, info.sha256().length())));
    }
    table.print(console);
  }

  private static Map<String, String> json(ExtensionInfo info) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("kind", info.key().contract().getSimpleName());
    json.put("name", info.key().name());
    json.put("summary", info.summary());
    json.put("bundle", info.bundle());
    json.put("version", info.version());
    json.put("sha256", info.sha256());
    return json;
  }
}
