package dev.lethe.forgetting.run;

import dev.lethe.engine.recipe.Results;
import dev.lethe.forgetting.report.Draft;
import dev.lethe.report.Note;
import dev.lethe.report.Provenance;
import dev.lethe.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a run of this recipe found out. */
public final class ForgettingResults implements Results {
  private final ForgettingRun run;
  private final Draft draft;
  private final List<Note> notes;

  ForgettingResults(
      ForgettingRun run, Findings findings, List<String> warnings, Provenance provenance) {
    this.run = run;
    ReportAssembly reporting = new ReportAssembly(run, findings, warnings);
    draft = reporting.draft(provenance);
    notes = reporting.notes(draft.metrics());
  }

  @Override
  public Report report() {
    return draft.report();
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>(draft.facts().people().keySet());
    names.addAll(draft.facts().forgotten());
    return names;
  }

  @Override
  public Report redacted(Map<String, String> pseudonyms) {
    return draft
        .redacted(name -> pseudonym(pseudonyms, name), SettingDisclosure.of(run), shown())
        .report();
  }

  private static String pseudonym(Map<String, String> pseudonyms, String name) {
    String pseudonym = pseudonyms.get(name);
    if (pseudonym == null) {
      throw new IllegalStateException("somebody in a redacted report has no pseudonym");
    }
    return pseudonym;
  }

  private List<String> shown() {
    List<String> shown = new ArrayList<>();
    notes.stream().filter(Note::isOpen).map(Note::text).forEach(shown::add);
    shown.add(
        "names, and whatever people could be told by, are left out of this report; they are in the"
            + " key of the run");
    return shown;
  }
}
