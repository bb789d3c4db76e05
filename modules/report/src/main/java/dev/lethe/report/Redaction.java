package dev.lethe.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What takes the place of names in a report.
 *
 * @param pseudonyms by name, of everybody whom the report names
 * @param config the settings that tell nobody
 * @param notes the notes that tell nobody
 */
public record Redaction(
    Map<String, String> pseudonyms, Map<String, Object> config, List<String> notes) {

  /** Stands for a text that may tell who somebody is. */
  static final String WITHHELD = "(withheld)";

  /** Copies the collections. */
  public Redaction {
    pseudonyms = Map.copyOf(pseudonyms);
    config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    notes = List.copyOf(notes);
  }

  String pseudonym(String name) {
    String pseudonym = pseudonyms.get(name);
    if (pseudonym == null) {
      throw new IllegalStateException("somebody in a redacted report has no pseudonym");
    }
    return pseudonym;
  }
}
