package dev.lethe.data.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.data.inventory.Inventory;
import java.util.ArrayList;
import java.util.HashMap;
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
    requireDistinct(folders);
    List<Portraits> people = new ArrayList<>();
    for (PersonFolder each : folders) {
      people.add(
          new Portraits(
              each.name(),
              each.folder().toString(),
              gathering.files(each.folder()),
              omission -> each.folder().path().equals(omission.path().getParent())));
    }
    return Portraits.read(people, gathering, inventory, progress);
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
}
