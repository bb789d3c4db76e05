package dev.lethe.data.image;

import java.nio.file.Path;

/** A process of its own that tries to decode a picture, for tests of little memory. */
final class DecodeOnce {
  private DecodeOnce() {}

  /** Tries, and prints what came of it. */
  public static void main(String[] args) {
    PathImage picture = new PathImage(Path.of(args[0]));
    try {
      System.out.println("problem: " + picture.problem().orElse("none"));
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
