package dev.lethe.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.LetheException;
import dev.lethe.io.WholeFile;
import dev.lethe.io.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run tells of itself to those who started it, in a file that it writes again and again. A
 * run that is killed leaves the last one.
 *
 * @param state how far it is
 * @param directory the folder of the run, or null while that is not known
 * @param task what it does
 * @param share how much of that is done, from 0 to 1
 * @param message why it failed, or null
 */
public record RunStatus(
    State state, @Nullable String directory, String task, double share, @Nullable String message) {

  /** Checks what a file of another version may lack. */
  public RunStatus {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(task, "task");
  }

  /** How far a run is. */
  public enum State {
    /** It has begun. */
    RUNNING,
    /** Its report is written. */
    FINISHED,
    /** It ended without a report. */
    FAILED
  }

  /** Writes it into a file, whole or not at all. */
  public void write(Path file) {
    WholeFile.write(file, Json.pretty(this));
  }

  /** Reads a file; empty where there is none, or none that can be read. */
  public static Optional<RunStatus> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode tree = Json.read(file);
      return Optional.of(Json.value(tree, RunStatus.class, file));
    } catch (LetheException e) {
      return Optional.empty(); // it says how far a run is, and nothing depends on it
    }
  }
}
