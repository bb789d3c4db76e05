package dev.lethe.forgetting.run;

import java.util.List;

/**
 * Whom a run makes forgotten, as a file holds it.
 *
 * @param names in the order they were drawn or named
 */
record ChosenPeople(List<String> names) {
  ChosenPeople {
    names = List.copyOf(names);
  }
}
