package dev.lethe.data.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.api.data.Person;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.hash.ContentHash;
import dev.lethe.data.image.PathImage;
import dev.lethe.data.image.RgbConversion;
import dev.lethe.data.inventory.Inventory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder with the pictures of one person.
 *
 * @param name of the person, as a caption would write it
 * @param folder holds the pictures
 */
record PersonFolder(String name, Folder folder) {

  /**
   * Makes people of their folders.
   *
   * @throws LetheException if a folder has no pictures, or two belong to the same name
   */
  static People read(
      List<PersonFolder> folders, RgbConversion toRgb, Inventory inventory, Progress progress) {
    Map<String, List<PathImage>> byName = new TreeMap<>();
    for (PersonFolder each : distinct(folders)) {
      byName.put(each.name(), each.pictures(toRgb));
    }
    List<PathImage> all = byName.values().stream().flatMap(List::stream).toList();
    Map<PathImage, String> taken = inventory.take(all, progress);
    List<Person> people = new ArrayList<>();
    ContentHash hash = new ContentHash();
    byName.forEach(
        (name, pictures) -> {
          List<PathImage> usable = pictures.stream().filter(taken::containsKey).toList();
          usable.forEach(p -> hash.add(name + "/" + p.label(), taken.get(p)));
          if (usable.isEmpty()) {
            progress.message("nobody can see '%s': no picture can be read".formatted(name));
          } else {
            people.add(new Person(name, List.copyOf(usable)));
          }
        });
    return new People(people, hash.hex(), all.size() - taken.size());
  }

  private static Collection<PersonFolder> distinct(List<PersonFolder> folders) {
    Map<String, PersonFolder> byName = new TreeMap<>();
    for (PersonFolder each : folders) {
      PersonFolder other = byName.put(each.name(), each);
      if (other != null) {
        throw new LetheException(
            "%s and %s both hold pictures of '%s'; put them into one folder"
                .formatted(other.folder().path(), each.folder().path(), each.name()));
      }
    }
    return byName.values();
  }

  private List<PathImage> pictures(RgbConversion toRgb) {
    List<PathImage> pictures = folder.pictures(toRgb);
    if (pictures.isEmpty()) {
      throw new LetheException(
          "no pictures of '%s' in %s; add some or remove the folder"
              .formatted(name, folder.path()));
    }
    return pictures;
  }
}
