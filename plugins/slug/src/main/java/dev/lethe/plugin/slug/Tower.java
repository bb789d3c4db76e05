package dev.lethe.plugin.slug;

/** Which tower forgets. */
public enum Tower {
  /** Names come to mean a neutral text. */
  TEXT,
  /** Photographs of people come to look like an ordinary picture. */
  IMAGE
}
