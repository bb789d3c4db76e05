package dev.lethe.data.people;

import dev.lethe.data.folder.Folder;

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
}
