package dev.lethe.api.data;

import java.util.List;

/**
 * The people of a data set.
 *
 * @param people in the order of their names, no name twice
 * @param contentHash SHA-256 over names and bytes of all pictures, in hexadecimal
 */
public record People(List<Person> people, String contentHash) {

  /** Copies the list. */
  public People {
    people = List.copyOf(people);
  }
}
