package dev.lethe.shell.command;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.fetch.FetchedFile;
import dev.lethe.fetch.Fetcher;
import dev.lethe.fetch.catalogue.Catalogue;
import dev.lethe.fetch.catalogue.Entry;
import dev.lethe.fetch.catalogue.Kind;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.progress.TrackedProgress;
import dev.lethe.shell.result.CatalogueView;
import dev.lethe.shell.result.FetchView;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "fetch",
    description = {
      "Downloads what the catalogue names, checks it and says how to use it; lists it without a name.",
      "What was interrupted goes on where it stopped; nothing is overwritten."
    },
    footer = {
      "",
      "A file is checked against the SHA-256 that the catalogue knows. HF_TOKEN is sent to",
      "huggingface.co, for models behind a licence; https_proxy and no_proxy are followed."
    })
final class FetchCommand implements Runnable {
  private final Kind kind;
  private final Console console;
  @Mixin private OutputOptions output;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "A name of the catalogue; none lists it.")
  private @Nullable String name;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      converter = FolderPath.class,
      description = "The folder for its files (default: models/NAME or data/NAME).")
  private @Nullable Path to;

  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      defaultValue = "${env:LETHE_CATALOGUE}",
      description = "A catalogue of your own beside Lethe's (default: what LETHE_CATALOGUE names).")
  private @Nullable Path own;

  FetchCommand(Kind kind, Console console) {
    this.kind = kind;
    this.console = console;
  }

  /** Returns what it fetches. */
  Kind kind() {
    return kind;
  }

  @Override
  public void run() {
    Catalogue catalogue = Catalogue.shipped();
    if (own != null) {
      catalogue = catalogue.with(Catalogue.read(own));
    }
    if (name == null) {
      new CatalogueView(console).show(kind, catalogue.list(kind), output.json());
    } else {
      fetch(catalogue.get(kind, name));
    }
  }

  private void fetch(Entry entry) {
    FetchView view = new FetchView(console);
    if (entry.byHand() != null) {
      view.explain(entry, output.json());
      throw new LetheException(entry.name() + " has to be got by hand");
    }
    Path folder = to == null ? Path.of(kind.folder(), entry.name()) : to;
    Progress progress = output.quiet() ? Progress.silent() : TrackedProgress.on(console);
    List<FetchedFile> files = Fetcher.of(System.getenv()).fetch(entry, folder, progress);
    view.show(entry, folder, files, output.json());
  }
}
