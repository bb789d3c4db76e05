package dev.lethe.demo.world;

/** Colors that captions speak of. */
record NamedColor(String name, Color color) {

  static NamedColor of(String name, int rgb) {
    return new NamedColor(name, Color.of(rgb));
  }
}
