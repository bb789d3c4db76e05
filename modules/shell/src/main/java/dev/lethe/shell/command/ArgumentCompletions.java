package dev.lethe.shell.command;

import dev.lethe.api.LetheException;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.plugin.InstalledPlugin;
import dev.lethe.engine.ConfigKey;
import dev.lethe.fetch.catalogue.Catalogue;
import dev.lethe.fetch.catalogue.Entry;
import dev.lethe.fetch.catalogue.Kind;
import dev.lethe.shell.interactive.Completions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Knows what the arguments of commands can be, by what the help calls them. */
final class ArgumentCompletions {
  private final Lethe lethe;

  ArgumentCompletions(Lethe lethe) {
    this.lethe = lethe;
  }

  /**
   * Returns what an argument can be.
   *
   * @param words the words before it
   * @param word what is typed of it
   */
  Completions of(ArgSpec argument, List<String> words, String word) {
    if (argument.type().isEnum()) {
      return Completions.of(
          Arrays.stream(argument.type().getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .toList());
    }
    return switch (argument.paramLabel()) {
      case "RUN" -> runs(words);
      case "PLUGIN" -> Completions.of(plugins());
      case "FORMAT" -> Completions.of(names(ModelWriter.class));
      case "NAME" -> name(argument.command());
      case "key=value" -> setting(word);
      case "CONFIG|key=value" -> configuration(word);
      case "true|false" -> Completions.of(List.of("true", "false"));
      default -> argument.type() == Path.class ? Completions.FILES : Completions.NONE;
    };
  }

  private Completions runs(List<String> words) {
    int option = words.lastIndexOf("--out");
    String out = option >= 0 && option + 1 < words.size() ? words.get(option + 1) : RunOptions.RUNS;
    try {
      return new Completions(lethe.experiments().ids(Path.of(out)), List.of(), true);
    } catch (LetheException | InvalidPathException e) {
      return Completions.FILES; // the command itself says what is wrong
    }
  }

  private Completions name(CommandSpec command) {
    if (command.userObject() instanceof FetchCommand fetch) {
      return Completions.of(entries(fetch.kind()));
    }
    return command.userObject() instanceof DescribeCommand
        ? Completions.of(
            lethe.extensions().list().stream().map(info -> info.key().name()).distinct().toList())
        : Completions.NONE;
  }

  private List<String> plugins() {
    String ending = ".jar";
    return lethe.plugins().list().stream()
        .map(InstalledPlugin::file)
        .map(file -> file.substring(0, file.length() - ending.length()))
        .toList();
  }

  private static List<String> entries(Kind kind) {
    return Catalogue.shipped().list(kind).stream().map(Entry::name).toList();
  }

  private Completions configuration(String word) {
    return word.contains("=")
        ? setting(word)
        : new Completions(List.of(), setting(word).beginnings(), true);
  }

  /** Completes a key, one block at a time, and what stands behind its sign of equality. */
  private Completions setting(String word) {
    List<ConfigKey> keys = lethe.experiments().keys();
    int equals = word.indexOf('=');
    if (equals < 0) {
      return new Completions(List.of(), steps(keys, word), false);
    }
    String key = word.substring(0, equals);
    return keys.stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .map(
            each ->
                new Completions(
                    each.values().stream().map(value -> key + "=" + value).toList(),
                    List.of(),
                    each.isPath()))
        .orElse(Completions.NONE);
  }

  private static List<String> steps(List<ConfigKey> keys, String word) {
    List<String> steps = new ArrayList<>();
    int begun = word.lastIndexOf('.') + 1;
    for (ConfigKey each : keys) {
      if (each.key().startsWith(word)) {
        int dot = each.key().indexOf('.', begun);
        steps.add(dot < 0 ? each.key() + "=" : each.key().substring(0, dot + 1));
      }
    }
    return steps.stream().distinct().toList();
  }

  private List<String> names(Class<?> contract) {
    return lethe.extensions().list().stream()
        .flatMap(
            info ->
                info.key().contract() == contract
                    ? Stream.of(info.key().name())
                    : Stream.<String>empty())
        .toList();
  }
}
