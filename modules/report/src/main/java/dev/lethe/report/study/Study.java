package dev.lethe.report.study;

import java.util.List;

/**
 * What many runs found together.
 *
 * @param name what it is called
 * @param lead what was done, in a sentence or two
 * @param plots what is drawn
 * @param references numbers of others beside what was measured
 * @param sheets the tables
 * @param notes what a reader must know
 * @param lethe the version of Lethe
 */
public record Study(
    String name,
    String lead,
    List<Plot> plots,
    List<ReferenceTable> references,
    List<Sheet> sheets,
    List<String> notes,
    String lethe) {

  /** Copies the lists. */
  public Study {
    plots = List.copyOf(plots);
    references = List.copyOf(references);
    sheets = List.copyOf(sheets);
    notes = List.copyOf(notes);
  }
}
