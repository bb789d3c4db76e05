package dev.lethe.report;

import java.util.List;

/**
 * What a good result does not mean.
 *
 * @param title a heading
 * @param lead what to make of them
 * @param limits each of them
 */
public record Limits(String title, String lead, List<Item> limits) {

  /** Copies the list. */
  public Limits {
    limits = List.copyOf(limits);
  }

  /**
   * One of them.
   *
   * @param title a short sentence
   * @param meaning what follows from it
   */
  public record Item(String title, String meaning) {}
}
