package dev.lethe.data.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.api.data.Person;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.hash.ContentHash;
import dev.lethe.data.image.PathImage;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.data.inventory.Inventory;
import dev.lethe.data.inventory.Taken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder with the pictures of one person.
 *
 * @param name of the person, as a caption would write it
 * @param folder holds the pictures
 */
record PersonFolder(String name, Folder folder) {

  /** Takes a folder that is named after the person. */
  static PersonFolder of(Folder folder) {
    return new PersonFolder(folder.title(), folder);
  }

  /**
   * Makes people of their folders, in the order of the folders. What identifies them does not
   * depend on that order.
   *
   * @param gathering gets what is in the folders
   * @throws LetheException if a folder has no pictures, or two belong to the same name
   */
  static People read(
      List<PersonFolder> folders, Gathering gathering, Inventory inventory, Progress progress) {
    Map<PersonFolder, List<PathImage>> files = new LinkedHashMap<>();
    requireDistinct(folders);
    for (PersonFolder each : folders) {
      files.put(each, gathering.files(each.folder()));
    }
    Taken taken = inventory.take(gathering, progress);
    List<Person> people = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    files.forEach(
        (each, found) -> {
          List<PathImage> pictures = taken.of(found);
          if (!pictures.isEmpty()) {
            people.add(new Person(each.name(), List.copyOf(pictures)));
          } else if (taken.hasSkipped(each.folder())) {
            unseen.add(each.name());
          } else {
            throw each.withoutPictures();
          }
        });
    return new People(people, hash(files, taken), unseen, taken.notes());
  }

  private static String hash(Map<PersonFolder, List<PathImage>> files, Taken taken) {
    ContentHash hash = new ContentHash();
    files.keySet().stream()
        .sorted(Comparator.comparing(PersonFolder::name))
        .forEach(
            each ->
                taken
                    .of(files.getOrDefault(each, List.of()))
                    .forEach(
                        picture ->
                            hash.add(
                                each.name() + "/" + picture.label(),
                                taken.pictures().get(picture))));
    return hash.hex();
  }

  /**
   * Returns the names of people, in the order of the folders.
   *
   * @throws LetheException if two folders belong to the same name
   */
  static List<String> names(List<PersonFolder> folders) {
    requireDistinct(folders);
    return folders.stream().map(PersonFolder::name).toList();
  }

  private static void requireDistinct(List<PersonFolder> folders) {
    Map<String, PersonFolder> byKey = new HashMap<>();
    for (PersonFolder each : folders) {
      PersonFolder other = byKey.put(Folder.key(each.name()), each);
      if (other != null) {
        throw new LetheException(
            "%s and %s are the folders of one person, since '%s' and '%s' are one name to a model; put their pictures into one of them, or name them apart"
                .formatted(other.folder(), each.folder(), other.name(), each.name()));
      }
    }
  }

  private LetheException withoutPictures() {
    return new LetheException(
        "no pictures of '%s' in %s; add some or remove the folder".formatted(name, folder));
  }
}
