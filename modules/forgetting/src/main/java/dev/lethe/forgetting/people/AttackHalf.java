package dev.lethe.forgetting.people;

import dev.lethe.api.data.Person;
import dev.lethe.api.image.ImageFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The half of everybody's pictures that the paper attacks with: the first (train) part of
 * scikit-learn's {@code train_test_split(pictures, test_size=0.5, stratify=person,
 * random_state=42)}, where people are numbered as their data set numbers them. The order of a
 * person's pictures is kept.
 */
final class AttackHalf {
  private static final int RANDOM_STATE = 42;

  private AttackHalf() {}

  /**
   * Returns the people with the pictures that are left; who has one picture may be left out.
   *
   * @param people in the order of the data set, of which the halves depend
   */
  static List<Person> of(List<Person> people) {
    int[] sizes = people.stream().mapToInt(person -> person.images().size()).toArray();
    List<int[]> halves = StratifiedSplit.train(sizes, RANDOM_STATE);
    List<Person> kept = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      List<ImageFile> images = people.get(i).images();
      List<ImageFile> half = IntStream.of(halves.get(i)).sorted().mapToObj(images::get).toList();
      if (!half.isEmpty()) {
        kept.add(new Person(people.get(i).name(), half));
      }
    }
    return kept;
  }
}
