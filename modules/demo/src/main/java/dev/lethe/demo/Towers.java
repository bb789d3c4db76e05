package dev.lethe.demo;

/** Which towers the demo makes forget: names, faces, or both. */
public enum Towers {
  /** Names, which the text tower knows. */
  TEXT("demo.yaml"),
  /** Faces, which the image tower knows. */
  IMAGE("demo-image.yaml"),
  /** Names and faces. */
  BOTH("demo-both.yaml");

  private final String config;

  Towers(String config) {
    this.config = config;
  }

  /** Returns the name of the experiment's file. */
  public String config() {
    return config;
  }

  boolean faces() {
    return this != TEXT;
  }
}
