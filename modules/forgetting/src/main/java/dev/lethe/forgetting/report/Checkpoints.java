package dev.lethe.forgetting.report;

import dev.lethe.report.StoredArtifact;
import dev.lethe.report.StoredArtifact.Kind;
import dev.lethe.report.figures.Listing;
import java.util.List;

/** The defended model as an artifact. */
public final class Checkpoints {
  private Checkpoints() {}

  /**
   * Returns the artifact.
   *
   * @param path its folder
   * @param sha256 of the file that holds its weights
   * @param undefended the other text encoders of its pipeline
   */
  public static StoredArtifact artifact(String path, String sha256, List<String> undefended) {
    String note =
        undefended.isEmpty()
            ? ""
            : "Not defended, and still knowing every name: %s.".formatted(Listing.of(undefended));
    return new StoredArtifact("defended model", Kind.CHECKPOINT, path, sha256, note);
  }
}
