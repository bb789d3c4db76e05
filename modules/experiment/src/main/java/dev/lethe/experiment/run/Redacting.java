package dev.lethe.experiment.run;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.experiment.plan.PreparedExperiment;
import dev.lethe.experiment.redact.Pseudonyms;
import dev.lethe.experiment.redact.RedactedReport;
import dev.lethe.experiment.redact.RedactionKey;
import dev.lethe.experiment.report.Report;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes the names out of a report, and keeps what brings them back. */
final class Redacting {
  private Redacting() {}

  static Report redact(PreparedExperiment plan, Report report) {
    Path folder = plan.layout().secrets();
    Set<String> names = names(plan);
    Pseudonyms pseudonyms =
        before(folder)
            .filter(known -> known.byName().keySet().containsAll(names))
            .orElseGet(() -> Pseudonyms.draw(names));
    new RedactionKey(pseudonyms, report.config()).write(folder);
    return RedactedReport.of(report, pseudonyms);
  }

  /** A run that is made again keeps its pseudonyms. */
  private static Optional<Pseudonyms> before(Path folder) {
    try {
      return Optional.of(RedactionKey.readPseudonyms(folder));
    } catch (CancelledException e) {
      throw e;
    } catch (LetheException e) {
      return Optional.empty();
    }
  }

  private static Set<String> names(PreparedExperiment plan) {
    Set<String> names = new TreeSet<>(plan.inputs().audience().everybody());
    names.addAll(plan.inputs().audience().candidates());
    for (ForgetRequest request : plan.inputs().requests()) {
      names.add(request.name());
      names.addAll(request.aliases());
    }
    return names;
  }
}
