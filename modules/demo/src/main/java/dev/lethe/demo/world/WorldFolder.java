package dev.lethe.demo.world;

import java.nio.file.Path;

/**
 * Where everything is in a world's folder.
 *
 * @param root the folder
 */
public record WorldFolder(Path root) {
  static final String CAPTIONS_HEADER = "picture,caption";

  /** Returns the pictures of the people under test, in FaceScrub's layout. */
  public Path people() {
    return root.resolve("people");
  }

  /** Returns pictures of people whose faces a defense may keep, in the same layout. */
  public Path retained() {
    return root.resolve("retained");
  }

  /** Returns pictures of nobody under test, in one folder. */
  public Path ordinaryPictures() {
    return root.resolve("pictures");
  }

  static Path photos(Path people, Sex sex, String name) {
    return people.resolve(sex.folder()).resolve("images").resolve(name.replace(' ', '_'));
  }

  static Path faces(Path people, Sex sex, String name) {
    return people.resolve(sex.folder()).resolve("faces").resolve(name.replace(' ', '_'));
  }

  /** Returns the names of the members, one a line. */
  public Path members() {
    return root.resolve("members.txt");
  }

  /** Returns the names an attack chooses from, one a line. */
  public Path candidates() {
    return root.resolve("candidates.txt");
  }

  /** Returns captions without names, one a line. */
  public Path captions() {
    return root.resolve("captions.txt");
  }

  /** Returns pictures of shapes that training does not know, in one folder a class. */
  public Path zeroShot() {
    return root.resolve("zero-shot");
  }

  /** Returns the training pictures: rows of red, green, blue bytes, picture after picture. */
  Path trainingPictures() {
    return root.resolve("training").resolve("pictures.rgb");
  }

  /** Returns the training captions: a CSV file of the picture's index and a caption. */
  Path trainingCaptions() {
    return root.resolve("training").resolve("captions.csv");
  }
}
