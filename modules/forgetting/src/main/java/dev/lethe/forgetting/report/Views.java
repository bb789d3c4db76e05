package dev.lethe.forgetting.report;

import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.panel.PicturesPanel;
import dev.lethe.api.panel.VotesPanel;
import dev.lethe.forgetting.finding.EmbeddingMap;
import dev.lethe.report.Chapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run gives to look at beside the facts. All of it follows from names, so that a redacted
 * report has {@linkplain #NONE none}.
 *
 * @param examples how prompts went for those who asked and a few others
 * @param map where names lie in the text embedding space, or null without people
 * @param faces where faces lie in the image embedding space, or null where no defense changes it
 * @param histories how each strategy trained, in the order of the facts; or none at all
 * @param attacks what attacks have to show besides
 * @param pictures examples of what strategies train on; none where nobody asked for pictures
 */
public record Views(
    List<VotesPanel.Person> examples,
    @Nullable EmbeddingMap map,
    @Nullable EmbeddingMap faces,
    List<TrainingHistory> histories,
    List<Chapter> attacks,
    List<PicturesPanel> pictures) {
  /** Nothing to look at. */
  public static final Views NONE = new Views(List.of(), null, List.of());

  /** Copies the lists. */
  public Views {
    examples = List.copyOf(examples);
    histories = List.copyOf(histories);
    attacks = List.copyOf(attacks);
    pictures = List.copyOf(pictures);
  }

  /** Where there are no faces, no pictures, and attacks have nothing to show besides. */
  public Views(
      List<VotesPanel.Person> examples,
      @Nullable EmbeddingMap map,
      List<TrainingHistory> histories) {
    this(examples, map, null, histories, List.of(), List.of());
  }

  List<TrainingHistory.Step> history(int strategy) {
    return strategy < histories.size() ? histories.get(strategy).steps() : List.of();
  }
}
