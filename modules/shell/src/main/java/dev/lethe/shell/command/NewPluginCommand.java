package dev.lethe.shell.command;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.scaffold.PluginKind;
import dev.lethe.scaffold.PluginName;
import dev.lethe.scaffold.PluginProject;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "plugin",
    description = {
      "Writes a small plugin that works, with a test, to begin from.",
      "It is built by Maven, outside Lethe's own sources, against the sdk/ of this Lethe."
    },
    footer = {
      "",
      "Example:",
      "  lethe new plugin my-penalty --kind regularizer",
      "  mvn -f my-penalty/pom.xml verify",
      "  lethe plugin install my-penalty/target/my-penalty-1.0.0.jar"
    })
final class NewPluginCommand implements Runnable {
  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;

  @Parameters(
      paramLabel = "NAME",
      description = "What configurations call it: lower case, words joined by hyphens.")
  private String name;

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      description = "What it is: ${COMPLETION-CANDIDATES}.")
  private PluginKind kind;

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      defaultValue = "org.example",
      description = "Maven's group, with which packages begin; ${DEFAULT-VALUE} if not given.")
  private String group;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "The folder to write, which must not exist; NAME if not given.")
  private @Nullable Path out;

  NewPluginCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    PluginName named = new PluginName(name, group);
    requireFree(named);
    Path sdk = lethe.home().resolve("sdk");
    if (!Files.isDirectory(sdk)) {
      throw new NotFoundException(
          "expected what plugins are built against in %s, found nothing: install Lethe anew"
              .formatted(sdk));
    }
    Path folder = out == null ? Path.of(name) : out;
    List<Path> files = new PluginProject(named, kind, lethe.build().version(), sdk).writeTo(folder);
    if (output.json()) {
      JsonOutput.print(console, json(folder, files));
    } else if (!output.quiet()) {
      tell(folder, files);
    }
  }

  private void requireFree(PluginName named) {
    for (ExtensionInfo info : lethe.extensions().list()) {
      if (info.key().contract() == kind.contract() && info.key().name().equals(named.name())) {
        throw new UsageException(
            "%s '%s' is already offered by %s; choose another name"
                .formatted(info.key().contract().getSimpleName(), named.name(), info.bundle()));
      }
    }
  }

  private void tell(Path folder, List<Path> files) {
    console.out().println("Wrote " + folder + ":");
    files.forEach(file -> console.out().println("  " + file));
    console.out().println();
    console.out().println("Build it with:   mvn -f %s verify".formatted(folder.resolve("pom.xml")));
    console
        .out()
        .println(
            "Then use it by:  lethe plugin install %s"
                .formatted(folder.resolve("target").resolve(name + "-1.0.0.jar")));
  }

  private static Map<String, Object> json(Path folder, List<Path> files) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("folder", folder.toString());
    json.put("files", files.stream().map(Path::toString).toList());
    return json;
  }
}
