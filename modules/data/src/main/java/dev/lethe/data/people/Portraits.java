package dev.lethe.data.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.api.data.Person;
import dev.lethe.data.folder.Omission;
import dev.lethe.data.hash.ContentHash;
import dev.lethe.data.image.PathImage;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.data.inventory.Inventory;
import dev.lethe.data.inventory.Taken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a data set has of one person.
 *
 * @param name of the person, as a caption would write it
 * @param place where the pictures are, for messages
 * @param files what was gathered there
 * @param isTheirs whether something that was left out is of this person
 */
record Portraits(String name, String place, List<PathImage> files, Predicate<Omission> isTheirs) {

  /** Copies the list. */
  Portraits {
    files = List.copyOf(files);
  }

  /**
   * Makes people of what was gathered, in its order. What identifies them does not depend on that
   * order.
   *
   * @throws LetheException if there are no pictures of somebody
   */
  static People read(
      List<Portraits> all, Gathering gathering, Inventory inventory, Progress progress) {
    Taken taken = inventory.take(gathering, progress);
    List<Person> people = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    for (Portraits each : all) {
      List<PathImage> pictures = taken.of(each.files());
      if (!pictures.isEmpty()) {
        people.add(new Person(each.name(), List.copyOf(pictures)));
      } else if (taken.skipped().stream().anyMatch(each.isTheirs())) {
        unseen.add(each.name());
      } else {
        throw new LetheException(
            "no pictures of '%s' in %s; add some or remove the folder"
                .formatted(each.name(), each.place()));
      }
    }
    return new People(people, hash(all, taken), unseen, taken.notes(), taken.skipped().size());
  }

  private static String hash(List<Portraits> all, Taken taken) {
    ContentHash hash = new ContentHash();
    all.stream()
        .sorted(Comparator.comparing(Portraits::name))
        .forEach(
            each ->
                taken
                    .of(each.files())
                    .forEach(
                        picture ->
                            hash.add(
                                each.name() + "/" + picture.label(),
                                taken.pictures().get(picture))));
    return hash.hex();
  }
}
