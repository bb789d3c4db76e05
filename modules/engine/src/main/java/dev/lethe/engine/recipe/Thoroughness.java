package dev.lethe.engine.recipe;

/** How much is looked at to check a configuration. */
public enum Thoroughness {
  /** Keys and values alone. */
  SETTINGS,
  /** The formats and names of files as well, where they are there; no weights and no pictures. */
  FILES
}
