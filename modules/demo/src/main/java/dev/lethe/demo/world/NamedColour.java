package dev.lethe.demo.world;

/** Colours that captions speak of. */
record NamedColour(String name, Colour colour) {

  static NamedColour of(String name, int rgb) {
    return new NamedColour(name, Colour.of(rgb));
  }
}
