package dev.lethe.shell.command;

import dev.lethe.api.LetheException;
import dev.lethe.api.plugin.PluginChange;
import dev.lethe.io.RegularFile;
import dev.lethe.io.hash.Sha256;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.result.PluginView;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "install",
    description = {
      "Checks a plugin's jar, copies it into plugins/, and says what has changed.",
      "It replaces the plugin with the same symbolic name. A jar that is refused changes nothing."
    },
    footer = {
      "",
      "Refused is what is no plugin, was built for another version of Lethe's contracts, offers a",
      "name that is taken, is not in conf/plugins.sha256 or not signed by a key in conf/plugin-keys",
      "where there is such a list or folder, or cannot be loaded.",
      "",
      "Example:",
      "  lethe plugin install target/mine-1.0.0.jar"
    })
final class PluginInstallCommand implements Runnable {
  private static final int LARGEST = 256 << 20;

  private final Lethe lethe;
  private final Console console;
  @Mixin private OutputOptions output;

  @Parameters(paramLabel = "FILE", description = "The jar.")
  private Path file;

  @Option(
      names = "--sha256",
      paramLabel = "HASH",
      description = "What its author says its SHA-256 is; any other jar is refused.")
  private @Nullable String expected;

  PluginInstallCommand(Lethe lethe, Console console) {
    this.lethe = lethe;
    this.console = console;
  }

  @Override
  public void run() {
    if (expected != null) {
      requireHash(expected.strip().toLowerCase(Locale.ROOT));
    }
    PluginChange change = lethe.plugins().install(file);
    if (output.json()) {
      JsonOutput.print(console, PluginView.json(change));
    } else if (!output.quiet()) {
      PluginView.sentences(change).forEach(console.out()::println);
    }
  }

  private void requireHash(String hash) {
    String found = Sha256.of(RegularFile.of("jar", file).bytes(LARGEST));
    if (!found.equals(hash)) {
      throw new LetheException(
          "%s is refused: expected the SHA-256 %s, found %s".formatted(file, hash, found));
    }
  }
}
