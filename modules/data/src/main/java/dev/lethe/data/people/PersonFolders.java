package dev.lethe.data.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.inventory.Gathering;
import dev.lethe.data.inventory.Inventory;
import dev.lethe.data.inventory.PictureReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** People who have a folder of pictures each, in some layout. */
final class PersonFolders {
  private final Folder root;
  private final String expected;
  private final Function<Gathering, List<PersonFolder>> layout;
  private final PictureReading reading;
  private final Inventory inventory;

  /**
   * Prepares to read.
   *
   * @param root holds all of them
   * @param expected says what a folder without anybody lacks
   * @param layout finds the folders, in the order of the people, and notes what it leaves aside
   */
  PersonFolders(
      Folder root,
      String expected,
      Function<Gathering, List<PersonFolder>> layout,
      PictureReading reading,
      RunContext run) {
    this.root = root;
    this.expected = expected;
    this.layout = layout;
    this.reading = reading;
    inventory = reading.inventory(root.path(), run);
  }

  /**
   * Makes people of their folders. What identifies them does not depend on the order.
   *
   * @throws LetheException if there is nobody, a folder has no pictures, or two belong to the same
   *     name
   */
  People read(Progress progress) {
    Gathering gathering = reading.gathering();
    List<Portraits> people = new ArrayList<>();
    for (PersonFolder each : folders(gathering)) {
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
   * Returns the names of people.
   *
   * @throws LetheException if there is nobody, or two folders belong to the same name
   */
  List<String> names() {
    return folders(reading.gathering()).stream().map(PersonFolder::name).toList();
  }

  private List<PersonFolder> folders(Gathering gathering) {
    List<PersonFolder> folders = layout.apply(gathering);
    if (folders.isEmpty()) {
      throw new LetheException("nobody found in %s; expected %s".formatted(root.path(), expected));
    }
    requireDistinct(folders);
    return folders;
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
