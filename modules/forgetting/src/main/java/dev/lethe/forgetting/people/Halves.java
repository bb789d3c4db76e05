package dev.lethe.forgetting.people;

import dev.lethe.api.data.Person;
import dev.lethe.api.image.ImageFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The two parts of scikit-learn's {@code train_test_split(pictures, test_size=0.5, stratify=person,
 * random_state=42)}, as the paper splits the pictures of everybody; people are numbered as their
 * data set numbers them. The order of a person's pictures is kept. Who has one picture is in one
 * part alone.
 *
 * @param first the train part, which attacks use
 * @param second the test part, which is left for a defense
 */
record Halves(List<Person> first, List<Person> second) {
  private static final int RANDOM_STATE = 42;

  /**
   * Splits the pictures of people.
   *
   * @param people in the order of the data set, of which the halves depend
   */
  static Halves of(List<Person> people) {
    int[] sizes = people.stream().mapToInt(person -> person.images().size()).toArray();
    List<int[]> train = StratifiedSplit.train(sizes, RANDOM_STATE);
    List<Person> first = new ArrayList<>();
    List<Person> second = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      BitSet inFirst = new BitSet();
      IntStream.of(train.get(i)).forEach(inFirst::set);
      add(first, people.get(i), inFirst.stream());
      add(second, people.get(i), IntStream.range(0, sizes[i]).filter(k -> !inFirst.get(k)));
    }
    return new Halves(first, second);
  }

  private static void add(List<Person> half, Person person, IntStream indices) {
    List<ImageFile> images = indices.mapToObj(person.images()::get).toList();
    if (!images.isEmpty()) {
      half.add(new Person(person.name(), images));
    }
  }
}
