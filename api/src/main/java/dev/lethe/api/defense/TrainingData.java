package dev.lethe.api.defense;

import java.util.List;

/**
 * What a model shall keep, by example.
 *
 * @param captions ordinary captions, without those that are held out for evaluations; empty where
 *     the strategy asks for none
 */
public record TrainingData(List<String> captions) {

  /** Copies the list. */
  public TrainingData {
    captions = List.copyOf(captions);
  }

  /** Returns no data. */
  public static TrainingData none() {
    return new TrainingData(List.of());
  }
}
