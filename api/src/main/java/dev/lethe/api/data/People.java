package dev.lethe.api.data;

import java.util.List;

/**
 * The people of a data set.
 *
 * @param people in the order of their names, no name twice
 * @param contentHash SHA-256 over names and bytes of all pictures, in hexadecimal
 * @param skipped how many pictures were left out because they cannot be read
 */
public record People(List<Person> people, String contentHash, int skipped) {

  /** Copies the list. */
  public People {
    people = List.copyOf(people);
  }

  /** For sources that leave out nothing. */
  public People(List<Person> people, String contentHash) {
    this(people, contentHash, 0);
  }
}
