package dev.lethe.attack.idia;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which candidates one prompt gave for the pictures of one person.
 *
 * @param tallies one for each candidate that got a vote: most votes first, equal ones in the order
 *     of the candidates
 */
record Votes(List<Tally> tallies) {

  /**
   * The votes for a candidate.
   *
   * @param candidate its index
   * @param images the number of pictures it is the nearest name of
   */
  record Tally(int candidate, int images) {}

  Votes {
    tallies = List.copyOf(tallies);
  }

  /**
   * Counts votes.
   *
   * @param nearest the nearest candidate of each picture, or {@link NearestNames#NONE}
   * @param pictures which of them are the person's
   */
  static Votes count(int[] nearest, int... pictures) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int picture : pictures) {
      if (nearest[picture] != NearestNames.NONE) {
        counts.merge(nearest[picture], 1, Integer::sum);
      }
    }
    List<Tally> tallies = new ArrayList<>();
    counts.forEach((candidate, images) -> tallies.add(new Tally(candidate, images)));
    tallies.sort(Comparator.comparingInt(Tally::images).reversed());
    return new Votes(tallies);
  }

  /**
   * Returns whether a candidate got more votes than any other; a tie for the most has no winner.
   */
  boolean wonBy(int candidate) {
    return !tallies.isEmpty()
        && tallies.get(0).candidate() == candidate
        && (tallies.size() == 1 || tallies.get(0).images() > tallies.get(1).images());
  }
}
