package dev.lethe.defense.image;

import dev.lethe.api.data.Person;
import dev.lethe.api.image.ImageFile;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The pictures that a model shall keep, by number: ordinary ones, then those of people. */
final class Gallery {
  private final List<ImageFile> pictures;
  private final int ordinary;
  private final List<Person> retained;
  private final List<Integer> first = new ArrayList<>();

  Gallery(List<ImageFile> ordinary, List<Person> retained) {
    this.ordinary = ordinary.size();
    this.retained = List.copyOf(retained);
    pictures = new ArrayList<>(ordinary);
    for (Person person : retained) {
      first.add(pictures.size());
      pictures.addAll(person.images());
    }
  }

  /** Returns a picture. */
  ImageFile get(int number) {
    return pictures.get(number);
  }

  /** Returns how many ordinary pictures there are; theirs are the first numbers. */
  int ordinary() {
    return ordinary;
  }

  /** Returns how many people are retained. */
  int people() {
    return retained.size();
  }

  /** Draws the number of a photograph of a person. */
  int draw(int person, SplittableRandom random) {
    return first.get(person) + random.nextInt(retained.get(person).images().size());
  }

  /** Returns the names of all pictures. */
  List<String> names() {
    return pictures.stream().map(ImageFile::name).toList();
  }
}
