package dev.lethe.engine.recipe;

import dev.lethe.report.Report;
import java.util.Map;
import java.util.Set;

/** What a run found out. */
public interface Results {

  /** Returns the report, with names. */
  Report report();

  /** Returns the names of everybody whom the report names. */
  Set<String> names();

  /**
   * Returns a report that names nobody and holds nothing that can be computed from a name.
   *
   * @param pseudonyms by name
   */
  Report redacted(Map<String, String> pseudonyms);
}
