package dev.lethe.report;

import org.jspecify.annotations.Nullable;

/**
 * Something that a run left beside its report.
 *
 * @param name what it is, in a few words
 * @param kind what it is, for programs
 * @param path where it was written
 * @param sha256 the hash of the file that holds what matters, in hexadecimal, or null if unknown
 * @param note what somebody who ships it must know, a sentence; may be empty
 */
public record StoredArtifact(
    String name, Kind kind, String path, @Nullable String sha256, String note) {

  /** What an artifact is. */
  public enum Kind {
    /** A model that can be read again. */
    CHECKPOINT,
    /** Anything else. */
    OTHER
  }

  /**
   * Returns the same without path and hash: whoever trains again with a guessed name would know by
   * the hash that the guess is right.
   */
  public StoredArtifact redacted() {
    return new StoredArtifact(name, kind, Report.WITHHELD, Report.WITHHELD, note);
  }

  /** Returns whether the hash is left out. */
  public boolean withholdsHash() {
    return Report.WITHHELD.equals(sha256);
  }
}
