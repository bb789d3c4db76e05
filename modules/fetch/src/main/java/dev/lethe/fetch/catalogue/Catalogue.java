package dev.lethe.fetch.catalogue;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.settings.Keys;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that can be fetched, by name. */
public final class Catalogue {
  private final Map<String, Entry> entries;

  Catalogue(List<Entry> entries) {
    this.entries = new LinkedHashMap<>();
    entries.forEach(entry -> this.entries.put(entry.name(), entry));
  }

  /** Returns the catalogue that comes with Lethe. */
  public static Catalogue shipped() {
    return CatalogueReader.shipped();
  }

  /**
   * Reads a catalogue of the user's own.
   *
   * @throws NotFoundException if the file is missing
   * @throws dev.lethe.api.UsageException naming the file and the place of what is wrong
   */
  public static Catalogue read(Path file) {
    return CatalogueReader.read(file);
  }

  /** Returns this catalogue with the entries of another, which win where names are equal. */
  public Catalogue with(Catalogue other) {
    Map<String, Entry> all = new LinkedHashMap<>(entries);
    all.putAll(other.entries);
    return new Catalogue(List.copyOf(all.values()));
  }

  /** Returns all entries of one kind, in the order of the catalogue. */
  public List<Entry> list(Kind kind) {
    return entries.values().stream().filter(entry -> entry.kind() == kind).toList();
  }

  /**
   * Returns an entry.
   *
   * @throws NotFoundException naming the nearest there is, if there is none of this kind and name
   */
  public Entry get(Kind kind, String name) {
    Entry entry = entries.get(name);
    if (entry != null && entry.kind() == kind) {
      return entry;
    }
    throw new NotFoundException(
        "the catalogue has no %s named '%s'%s; 'lethe %s fetch' lists what it has"
            .formatted(kind.word(), name, hint(kind, name), kind.word()));
  }

  private String hint(Kind kind, String name) {
    Entry other = entries.get(name);
    if (other != null) {
      return " (but 'lethe %s fetch %s' finds one)".formatted(other.kind().word(), name);
    }
    return Keys.nearest(name, list(kind).stream().map(Entry::name).toList())
        .map(near -> ": did you mean '" + near + "'?")
        .orElse("");
  }
}
