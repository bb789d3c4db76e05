package dev.lethe.shell.command;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.settings.Keys;
import dev.lethe.api.settings.SettingInfo;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.console.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "describe",
    description = "Explains an extension: what it does, its settings, their types and defaults.",
    footer = {"", "Example:", "  lethe describe text-backdoor"})
final class DescribeCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;

  @Parameters(paramLabel = "NAME", description = "A name that 'lethe plugins' lists.")
  private String name;

  DescribeCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    List<ExtensionInfo> installed = lethe.extensions().list();
    List<ExtensionInfo> named =
        installed.stream().filter(info -> info.key().name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new NotFoundException(
          "nothing named '%s' is installed%s; 'lethe plugins' lists what is"
              .formatted(
                  name,
                  Keys.nearest(name, installed.stream().map(i -> i.key().name()).toList())
                      .map(near -> ": did you mean '" + near + "'?")
                      .orElse("")));
    }
    if (output.json()) {
      JsonOutput.print(console, named.stream().map(this::json).toList());
    } else {
      named.forEach(this::print);
    }
  }

  private void print(ExtensionInfo info) {
    console.out().printf("%s (%s)%n", info.key().name(), info.key().contract().getSimpleName());
    console.out().println(info.summary());
    List<SettingInfo> settings = lethe.experiments().settings(info);
    if (settings.isEmpty()) {
      console.out().println("It takes no settings.");
      return;
    }
    console.out().println();
    Table table = new Table();
    table.row("SETTING", "TYPE", "DEFAULT", "MEANING");
    for (SettingInfo setting : settings) {
      table.row(setting.key(), setting.type(), byDefault(setting), setting.meaning());
    }
    table.print(console);
  }

  private static String byDefault(SettingInfo setting) {
    if (setting.required()) {
      return "(required)";
    }
    return setting.defaultValue() == null ? "(none)" : setting.defaultValue();
  }

  private Map<String, Object> json(ExtensionInfo info) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", info.key().contract().getSimpleName());
    json.put("name", info.key().name());
    json.put("summary", info.summary());
    json.put(
        "settings",
        lethe.experiments().settings(info).stream().map(DescribeCommand::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(SettingInfo setting) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("key", setting.key());
    json.put("type", setting.type());
    json.put("default", setting.defaultValue());
    json.put("required", setting.required());
    json.put("meaning", setting.meaning());
    return json;
  }
}
