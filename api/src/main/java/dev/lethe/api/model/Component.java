package dev.lethe.api.model;

/**
 * A part of a model that can be there or not, and that parameters belong to. Models of other kinds
 * have components of their own.
 *
 * @param name tells it apart, one lower-case word
 */
public record Component(String name) {
  /** The text encoder. */
  public static final Component TEXT = new Component("text");

  /** The image encoder. */
  public static final Component IMAGE = new Component("image");

  /** No part alone: what several share, such as the logit scale. */
  public static final Component SHARED = new Component("shared");

  /** Checks the name. */
  public Component {
    if (!name.matches("[a-z][a-z0-9]*")) {
      throw new IllegalArgumentException(
          "the name of a component is one lower-case word (got '" + name + "')");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
