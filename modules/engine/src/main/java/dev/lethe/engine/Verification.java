package dev.lethe.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What checking a finished run again gave.
 *
 * @param expectedSha256 the hash of the defended checkpoint that the report names
 * @param actualSha256 the hash of the checkpoint on disk
 * @param metrics what the attacks measured this time, by metric; empty when the hashes differ
 * @param differences what does not agree with the report, one line each; empty when all does
 */
public record Verification(
    String expectedSha256,
    String actualSha256,
    Map<String, @Nullable Double> metrics,
    List<String> differences) {

  /** Copies the list. */
  public Verification {
    differences = List.copyOf(differences);
  }

  /** Returns whether the checkpoint is the reported one and the attacks gave the same again. */
  public boolean agrees() {
    return differences.isEmpty();
  }
}
