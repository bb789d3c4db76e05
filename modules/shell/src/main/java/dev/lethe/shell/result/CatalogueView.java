package dev.lethe.shell.result;

import dev.lethe.fetch.catalogue.Entry;
import dev.lethe.fetch.catalogue.Kind;
import dev.lethe.fetch.catalogue.RemoteFile;
import dev.lethe.shell.console.Console;
import dev.lethe.shell.console.JsonOutput;
import dev.lethe.shell.console.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists what can be fetched. */
public final class CatalogueView {
  private final Console console;

  /** Creates a view. */
  public CatalogueView(Console console) {
    this.console = console;
  }

  /** Shows entries of one kind. */
  public void show(Kind kind, List<Entry> entries, boolean json) {
    if (json) {
      JsonOutput.print(console, entries.stream().map(CatalogueView::json).toList());
      return;
    }
    Table table = new Table();
    table.row("NAME", "SIZE", "CHECKED", "LICENCE", "DESCRIPTION");
    for (Entry entry : entries) {
      table.row(entry.name(), size(entry), checked(entry), entry.licence(), entry.description());
    }
    table.print(console);
    console.out().printf("%nFetch one with: lethe %s fetch NAME%n", kind.word());
  }

  private static String size(Entry entry) {
    if (entry.knownBytes() == 0) {
      return "?";
    }
    return (entry.isSizeKnown() ? "" : "> ") + Sizes.text(entry.knownBytes());
  }

  /** How many of the files have a hash that is known. */
  private static String checked(Entry entry) {
    long known = entry.files().stream().filter(file -> file.sha256() != null).count();
    if (entry.byHand() != null) {
      return "by hand";
    }
    return known == entry.files().size() ? "all" : known + " of " + entry.files().size();
  }

  private static Map<String, @Nullable Object> json(Entry entry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", entry.name());
    json.put("kind", entry.kind().word());
    json.put("description", entry.description());
    json.put("licence", entry.licence());
    json.put("bytes", entry.isSizeKnown() && entry.byHand() == null ? entry.knownBytes() : null);
    json.put("files", entry.files().stream().map(file -> json(entry, file)).toList());
    json.put("by-hand", entry.byHand());
    return json;
  }

  private static Map<String, @Nullable Object> json(Entry entry, RemoteFile file) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("file", file.file());
    json.put("address", entry.address(file).toString());
    json.put("bytes", file.size());
    json.put("sha256", file.sha256());
    json.put("unpack-to", file.unpackTo());
    return json;
  }
}
