package dev.lethe.engine.finished;

import dev.lethe.api.LetheException;
import dev.lethe.engine.StoredRun;
import dev.lethe.report.Report;
import dev.lethe.report.StoredArtifact;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a run when it is removed, beyond what everybody expects.
 *
 * @param run the run
 * @param reports reads reports
 */
public record RemovalLosses(StoredRun run, ReportReader reports) {

  /**
   * Returns a sentence for each loss.
   *
   * @param all the runs that may depend on this one
   */
  public List<String> among(List<StoredRun> all) {
    List<String> sentences = new ArrayList<>();
    if (!run.finished()) {
      sentences.add("it has not finished, and what it computed so far is lost");
    }
    Optional<Report> own = report(run);
    for (StoredRun other : all) {
      if (!other.id().equals(run.id())) {
        report(other)
            .flatMap(report -> dependence(report, own))
            .ifPresent(what -> sentences.add(other.id() + " " + what));
      }
    }
    return sentences;
  }

  private Optional<String> dependence(Report other, Optional<Report> own) {
    String weights = own.flatMap(Report::checkpoint).map(StoredArtifact::sha256).orElse(null);
    if (weights != null && weights.equals(other.provenance().model().sha256())) {
      return Optional.of(
          "began with its checkpoint, and can be neither verified nor repeated without it");
    }
    return place(other.config(), "")
        .map(place -> "reads its files (%s): without them, it cannot be repeated".formatted(place));
  }

  /** Finds a setting that names something within the folder of the run. */
  private Optional<String> place(@Nullable Object value, String place) {
    if (value instanceof Map<?, ?> block) {
      return block.entrySet().stream()
          .flatMap(
              each ->
                  place(
                      each.getValue(),
                      place.isEmpty() ? String.valueOf(each.getKey()) : place + "." + each.getKey())
                      .stream())
          .findFirst();
    }
    if (value instanceof List<?> list) {
      return list.stream().flatMap(each -> place(each, place).stream()).findFirst();
    }
    return value instanceof String text && isWithin(text) ? Optional.of(place) : Optional.empty();
  }

  private boolean isWithin(String text) {
    try {
      return absolute(Path.of(text)).startsWith(absolute(run.directory()));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private Optional<Report> report(StoredRun run) {
    try {
      return run.finished() ? Optional.of(reports.read(run.directory())) : Optional.empty();
    } catch (LetheException e) {
      return Optional.empty(); // what it needed cannot be known
    }
  }
}
