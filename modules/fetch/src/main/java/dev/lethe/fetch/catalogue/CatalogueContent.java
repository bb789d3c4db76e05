package dev.lethe.fetch.catalogue;

import dev.lethe.api.settings.Setting;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A catalogue as a file writes it.
 *
 * @param entries what can be fetched; no two have one name
 */
record CatalogueContent(@Setting("What can be fetched.") List<Entry> entries) {

  CatalogueContent {
    Set<String> names = new HashSet<>();
    for (Entry entry : entries) {
      if (!names.add(entry.name())) {
        throw new IllegalArgumentException(
            "entries must have names that differ (got '%s' twice)".formatted(entry.name()));
      }
    }
  }
}
