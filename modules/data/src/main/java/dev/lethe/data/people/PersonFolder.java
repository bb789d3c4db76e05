package dev.lethe.data.people;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.People;
import dev.lethe.api.data.Person;
import dev.lethe.data.folder.ContentHash;
import dev.lethe.data.folder.Folder;
import dev.lethe.data.image.PathImage;
import java.util.ArrayList;
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
  static People read(List<PersonFolder> folders, Progress progress) {
    Map<String, PersonFolder> byName = new TreeMap<>();
    for (PersonFolder each : folders) {
      PersonFolder other = byName.put(each.name(), each);
      if (other != null) {
        throw new LetheException(
            "%s and %s both hold pictures of '%s'; put them into one folder"
                .formatted(other.folder().path(), each.folder().path(), each.name()));
      }
    }
    List<Person> people = new ArrayList<>();
    ContentHash hash = new ContentHash();
    for (PersonFolder each : byName.values()) {
      List<PathImage> pictures = each.pictures();
      people.add(new Person(each.name(), List.copyOf(pictures)));
      pictures.forEach(p -> hash.add(each.name() + "/" + p.path().getFileName(), p.path()));
    }
    return new People(people, hash.compute(progress));
  }

  private List<PathImage> pictures() {
    List<PathImage> pictures = folder.pictures();
    if (pictures.isEmpty()) {
      throw new LetheException(
          "no pictures of '%s' in %s; add some or remove the folder"
              .formatted(name, folder.path()));
    }
    return pictures;
  }
}
