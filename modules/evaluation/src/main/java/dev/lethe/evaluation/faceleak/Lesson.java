package dev.lethe.evaluation.faceleak;

import dev.lethe.api.data.Person;
import dev.lethe.api.image.ImageFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;

/**
 * The photographs of a person, in two parts.
 *
 * @param name of the person
 * @param learnt from which classifiers learn the face
 * @param tested on which they are tested, at least one
 */
record Lesson(String name, List<ImageFile> learnt, List<ImageFile> tested) {

  /**
   * Draws the photographs to learn from. What is drawn of a person does not depend on who else is
   * there.
   *
   * @param learn how many of each person
   * @param seed of a person's name
   * @return of the people who have more photographs than that, in their order
   */
  static List<Lesson> of(List<Person> people, int learn, ToLongFunction<String> seed) {
    return people.stream()
        .filter(person -> person.images().size() > learn)
        .map(
            person -> {
              List<ImageFile> drawn = new ArrayList<>(person.images());
              Collections.shuffle(drawn, new Random(seed.applyAsLong(person.name())));
              return new Lesson(
                  person.name(), drawn.subList(0, learn), drawn.subList(learn, drawn.size()));
            })
        .toList();
  }
}
