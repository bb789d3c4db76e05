package dev.lethe.api.defense;

import java.util.List;
import java.util.Optional;

/**
 * An embedding that texts or pictures with the trigger shall have.
 *
 * @param description where it comes from, in a few words: {@code the mean of all faces}
 * @param values the embedding, in the space that both towers share; its length does not matter
 */
public record EmbeddingTarget(String description, List<Float> values) implements Target {

  /** Copies the list. */
  public EmbeddingTarget {
    values = List.copyOf(values);
  }

  /** Returns the values, whatever the size. */
  @Override
  public Optional<List<Float>> embedding(int dimension) {
    return Optional.of(values);
  }

  @Override
  public String identity() {
    return values.toString();
  }
}
