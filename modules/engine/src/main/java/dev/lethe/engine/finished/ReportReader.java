package dev.lethe.engine.finished;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.engine.recipe.OlderDocument;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.io.json.Json;
import dev.lethe.report.Report;
import dev.lethe.report.ReportDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads reports of finished runs, older ones with the help of the recipe that wrote them. */
public final class ReportReader {
  private static final String REMEDY = "; remove it and run again";

  private final Older older;

  /** Creates a reader. */
  public ReportReader(Older older) {
    this.older = older;
  }

  /** Turns older reports into today's. */
  @FunctionalInterface
  public interface Older {
    /** Returns a report as one of today's; empty where nobody knows its schema. */
    Optional<Report> upgraded(OlderDocument document);
  }

  /**
   * Reads the report of a finished run.
   *
   * @throws NotFoundException if there is none
   * @throws LetheException if it is damaged, or of another version; says what to do
   */
  public Report read(Path directory) {
    return read(directory, Map.of(), null);
  }

  /**
   * Reads the redacted report of an older version, and puts names back.
   *
   * @param names by pseudonym
   * @param config the configuration with names
   * @throws LetheException if it is damaged, or of another version; says what to do
   */
  public Report readNamed(Path directory, Map<String, String> names, Map<String, Object> config) {
    return read(directory, names, config);
  }

  private Report read(
      Path directory, Map<String, String> names, @Nullable Map<String, Object> config) {
    Path file = directory.resolve(RunLayout.REPORT);
    if (!Files.exists(file)) {
      throw new NotFoundException("there is no finished run in " + directory);
    }
    if (Files.isDirectory(file)) {
      throw new LetheException("%s is a folder, not a report%s".formatted(file, REMEDY));
    }
    try {
      JsonNode document = Json.read(file);
      String schema = document.path("schema").asText();
      return schema.equals(Report.SCHEMA)
          ? Json.value(ReportDocument.facts(document), Report.class, file)
          : older
              .upgraded(new OlderDocument(document, file, names, config))
              .orElseThrow(() -> unknown(file, schema));
    } catch (CancelledException e) {
      throw e;
    } catch (LetheException e) {
      throw e.getCause() instanceof IOException refused
              && !(refused instanceof JsonProcessingException)
          ? e
          : new LetheException(e.getMessage() + REMEDY, e);
    }
  }

  private static LetheException unknown(Path file, String schema) {
    return new LetheException(
        "%s is damaged or of another version: expected the schema %s, found '%s'"
            .formatted(file, Report.SCHEMA, schema));
  }
}
