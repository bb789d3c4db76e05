package dev.lethe.forgetting.run;

import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.panel.PicturesPanel;
import dev.lethe.forgetting.finding.DefenseFacts;
import dev.lethe.report.StoredArtifact;
import java.util.List;
import java.util.Map;

/**
 * What a strategy left.
 *
 * @param facts how it did
 * @param history how it trained
 * @param elapsed seconds that its last process took; those that were killed do not count
 * @param sha256 the hash of the weights it saved
 * @param artifacts what else it left, by its path in the run's folder
 * @param pictures examples of what it trained on; none where nobody asked for pictures
 * @param discarded values that were trained and not saved, by the parameter's name
 */
record DefenseOutcome(
    DefenseFacts facts,
    TrainingHistory history,
    double elapsed,
    String sha256,
    List<StoredArtifact> artifacts,
    List<PicturesPanel> pictures,
    Map<String, float[]> discarded) {

  /** Returns how long it took: what is not trained has no steps, and steps may be older. */
  double seconds() {
    return Math.max(elapsed, facts.seconds());
  }
}
