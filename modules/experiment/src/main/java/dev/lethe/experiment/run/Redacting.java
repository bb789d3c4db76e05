package dev.lethe.experiment.run;

import dev.lethe.experiment.plan.PreparedExperiment;
import dev.lethe.experiment.plan.SettingDisclosure;
import dev.lethe.experiment.redact.Pseudonyms;
import dev.lethe.experiment.redact.RedactionKey;
import dev.lethe.report.Note;
import dev.lethe.report.Redaction;
import dev.lethe.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes the names out of a report, and keeps what brings them back. */
final class Redacting {
  private Redacting() {}

  /**
   * Redacts a report.
   *
   * @param notes those of the report
   */
  static Report redact(PreparedExperiment plan, Report report, List<Note> notes) {
    Set<String> names = new TreeSet<>(report.people().keySet());
    names.addAll(report.forgotten());
    RedactionKey key = plan.key();
    Pseudonyms pseudonyms =
        key.pseudonyms() // a run that is made again keeps them
            .filter(known -> known.byName().keySet().containsAll(names))
            .orElseGet(() -> Pseudonyms.draw(names));
    key.write(pseudonyms, report);
    return report.redacted(
        new Redaction(pseudonyms.byName(), SettingDisclosure.of(plan), shown(notes)));
  }

  private static List<String> shown(List<Note> notes) {
    List<String> shown = new ArrayList<>();
    notes.stream().filter(Note::isOpen).map(Note::text).forEach(shown::add);
    shown.add(
        "names, and whatever people could be told by, are left out of this report; they are in the key of the run");
    return shown;
  }
}
