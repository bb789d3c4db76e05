package dev.lethe.forgetting.finding;

import dev.lethe.api.panel.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names in the text embedding space, seen from its two widest sides: a principal component analysis
 * of the original model's normalized embeddings, into which the defended model's are put as well.
 *
 * @param points people and targets
 * @param explained the share of the variance that each axis shows, two numbers from 0 to 1
 */
public record EmbeddingMap(List<Point> points, List<Double> explained) {

  /** Copies the lists. */
  public EmbeddingMap {
    points = List.copyOf(points);
    explained = List.copyOf(explained);
  }

  /** What a point stands for. */
  public enum Kind {
    /** A person who asked to be forgotten. */
    FORGOTTEN,
    /** Any other person. */
    OTHER,
    /** The text that shall stand in place of a name. */
    TARGET
  }

  /**
   * A text.
   *
   * @param label the name or the target
   * @param kind what it stands for
   * @param before where the original puts it
   * @param after where the defended model puts it, or null for an audit
   */
  public record Point(String label, Kind kind, Position before, @Nullable Position after) {}
}
