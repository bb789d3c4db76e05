package dev.lethe.shell.result;

import dev.lethe.fetch.FetchedFile;
import dev.lethe.fetch.catalogue.Entry;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what was fetched, whether it was checked, and how to use it. */
public final class FetchView {
  private final Console console;

  /** Creates a view. */
  public FetchView(Console console) {
    this.console = console;
  }

  /** Shows the files of an entry. */
  public void show(Entry entry, Path folder, List<FetchedFile> files, boolean json) {
    String use = entry.use(folder);
    if (json) {
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      all.put("name", entry.name());
      all.put("kind", entry.kind().word());
      all.put("folder", folder.toString());
      all.put("files", files.stream().map(FetchView::json).toList());
      all.put("licence", entry.licence());
      all.put("use", use);
      JsonOutput.print(console, all);
      return;
    }
    files.forEach(this::print);
    console.out().println("Licence: " + entry.licence());
    if (use != null) {
      console.out().println("Use it with: " + use);
    }
  }

  /** Shows how to get what cannot be fetched. */
  public void explain(Entry entry, boolean json) {
    if (json) {
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      all.put("name", entry.name());
      all.put("kind", entry.kind().word());
      all.put("licence", entry.licence());
      all.put("by-hand", entry.byHand());
      JsonOutput.print(console, all);
      return;
    }
    console.out().println(entry.description());
    console.out().println("Licence: " + entry.licence());
    console.out().println();
    console.out().println(String.valueOf(entry.byHand()).strip());
  }

  private void print(FetchedFile file) {
    String state = file.state() == FetchedFile.State.PRESENT ? " (was there)" : "";
    console.out().println(file.path() + state);
    if (file.sha256() == null || file.bytes() == null) {
      console.out().println("  unpacked earlier, not checked again");
      return;
    }
    console.out().printf("  %s, SHA-256 %s%n", Sizes.text(file.bytes()), file.sha256());
    console
        .out()
        .println(
            file.isChecked()
                ? "  checked: it is the one that the catalogue expects"
                : "  not checked: the catalogue knows no checksum");
  }

  private static Map<String, @Nullable Object> json(FetchedFile file) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("path", file.path().toString());
    json.put("address", file.address().toString());
    json.put("state", file.state().name().toLowerCase(Locale.ROOT));
    json.put("bytes", file.bytes());
    json.put("sha256", file.sha256());
    json.put("checked", file.isChecked());
    return json;
  }
}
