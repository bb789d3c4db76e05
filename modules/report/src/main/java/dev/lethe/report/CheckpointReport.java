package dev.lethe.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The defended checkpoint.
 *
 * @param path its folder
 * @param sha256 the hash of the file that holds its weights, in hexadecimal
 * @param undefended the other text encoders of the pipeline it was taken from, which still know
 *     everybody; null in reports of older versions
 */
public record CheckpointReport(String path, String sha256, @Nullable List<String> undefended) {

  /** Copies the list. */
  public CheckpointReport {
    undefended = undefended == null ? List.of() : List.copyOf(undefended);
  }

  /**
   * Returns the same without path and hash: whoever trains again with a guessed name would know by
   * the hash that the guess is right.
   */
  CheckpointReport redacted() {
    return new CheckpointReport(Redaction.WITHHELD, Redaction.WITHHELD, undefended);
  }

  /** Returns whether the hash is left out. */
  public boolean withholdsHash() {
    return sha256.equals(Redaction.WITHHELD);
  }
}
