package dev.lethe.api.data;

import java.util.List;

/**
 * The people of a data set.
 *
 * @param people in the order in which the data set numbers them, which is not always that of their
 *     names; no name twice
 * @param contentHash SHA-256 over names and bytes of all pictures, in hexadecimal
 * @param unseen names of the data set that are not among the people, because none of their pictures
 *     can be read
 * @param notes what a reader must know about what was left out, a sentence each
 * @param skipped how many files should have been pictures, and were left out because nobody can
 *     read them
 */
public record People(
    List<Person> people, String contentHash, List<String> unseen, List<String> notes, int skipped) {

  /** Copies the lists. */
  public People {
    people = List.copyOf(people);
    unseen = List.copyOf(unseen);
    notes = List.copyOf(notes);
  }

  /** For sources that leave out nothing. */
  public People(List<Person> people, String contentHash) {
    this(people, contentHash, List.of(), List.of());
  }

  /** For sources that skip no file. */
  public People(List<Person> people, String contentHash, List<String> unseen, List<String> notes) {
    this(people, contentHash, unseen, notes, 0);
  }
}
