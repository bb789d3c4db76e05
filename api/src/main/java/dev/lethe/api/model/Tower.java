package dev.lethe.api.model;

/** The part of a vision-language model that a parameter belongs to. */
public enum Tower {
  /** The text encoder. */
  TEXT,
  /** The image encoder. */
  IMAGE,
  /** Neither: the logit scale. */
  SHARED
}
