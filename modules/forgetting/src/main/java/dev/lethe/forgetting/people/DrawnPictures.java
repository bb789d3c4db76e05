package dev.lethe.forgetting.people;

import dev.lethe.api.data.Person;
import dev.lethe.api.image.ImageFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Draws pictures of people, each person's whatever other people there are. A smaller count gives a
 * part of what a larger one gives, in the same order.
 *
 * @param seeds gives the seed of a random choice by its purpose
 */
record DrawnPictures(ToLongFunction<String> seeds) {

  /** Draws so many pictures of a person who has at least as many; their order is kept. */
  List<ImageFile> of(Person person, int count) {
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, person.images().size()).boxed().toList());
    long seed = seeds.applyAsLong("people.images of " + person.name());
    Collections.shuffle(order, new Random(seed));
    return order.subList(0, count).stream().sorted().map(person.images()::get).toList();
  }
}
