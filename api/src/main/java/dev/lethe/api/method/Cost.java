package dev.lethe.api.method;

import dev.lethe.api.settings.ByteSize;

/**
 * What a method costs, roughly. A plan adds costs up, tells the time they take and compares the
 * memory with what is allowed.
 *
 * @param steps of an optimizer; 0 where nothing is trained
 * @param texts that are embedded, or trained on where there are steps, each as often as that
 *     happens
 * @param pictures likewise; those that are only embedded are embedded once, however many methods do
 * @param memory that stands while the method works, beside the engine and the model it was given:
 *     gradients, an optimizer's moments, a second model
 */
public record Cost(long steps, long texts, long pictures, ByteSize memory) {

  /** Returns the cost of a method that only counts. */
  public static Cost none() {
    return embedding(0, 0);
  }

  /** Returns the cost of a method that embeds texts and pictures, and trains nothing. */
  public static Cost embedding(long texts, long pictures) {
    return new Cost(0, texts, pictures, new ByteSize(0));
  }
}
