package dev.lethe.engine.redact;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.engine.finished.ReportReader;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.io.WholeFile;
import dev.lethe.io.json.Json;
import dev.lethe.report.Report;
import dev.lethe.report.ReportDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What brings the names of a redacted run back: who stands for whom, and the report with names.
 *
 * @param folder where it is; only its owner may look into it
 */
public record RedactionKey(Path folder) {
  /** Older versions kept the configuration alone. */
  private static final String OLDER = "config.json";

  /** Returns the folder of what holds names and is needed only until the run has finished. */
  public Path work() {
    return folder.resolve("work");
  }

  /** Writes the key. */
  public void write(Pseudonyms pseudonyms, Report named) {
    PseudonymTable.write(folder.resolve(PseudonymTable.FILE), pseudonyms);
    WholeFile.write(folder.resolve(RunLayout.REPORT), ReportDocument.json(named));
  }

  /** Returns who stands for whom; empty where nothing tells it, or not any more. */
  public Optional<Pseudonyms> pseudonyms() {
    try {
      Path table = folder.resolve(PseudonymTable.FILE);
      return Files.exists(table) ? Optional.of(PseudonymTable.read(table)) : Optional.empty();
    } catch (LetheException e) {
      return Optional.empty();
    }
  }

  /** Returns whether the report with names is there. */
  public boolean tells() {
    return Files.exists(folder.resolve(RunLayout.REPORT));
  }

  /**
   * Returns the report with names.
   *
   * @param directory of the run
   * @param reports reads it
   * @throws NotFoundException if the key is not there
   * @throws LetheException if it is damaged
   */
  public Report named(Path directory, ReportReader reports) {
    if (tells()) {
      return reports.read(folder);
    }
    Path table = folder.resolve(PseudonymTable.FILE);
    Path config = folder.resolve(OLDER);
    if (!Files.exists(table) || !Files.exists(config)) {
      throw new NotFoundException(
          "the names cannot be known again without %s; it is in the .lethe folder of whoever made the run"
              .formatted(folder));
    }
    Map<String, String> names = new LinkedHashMap<>();
    PseudonymTable.read(table).byName().forEach((name, pseudonym) -> names.put(pseudonym, name));
    return reports.readNamed(directory, names, Json.map(config));
  }
}
