package dev.lethe.demo.world;

/**
 * A colour.
 *
 * @param red from 0 to 1, as are the others; a canvas clips what lies outside
 */
record Colour(double red, double green, double blue) {

  static Colour of(int rgb) {
    return new Colour((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
  }

  Colour times(double factor) {
    return new Colour(red * factor, green * factor, blue * factor);
  }

  /** Returns a colour near this one. */
  Colour near(Draw draw, double spread) {
    return new Colour(
        red + draw.between(-spread, spread),
        green + draw.between(-spread, spread),
        blue + draw.between(-spread, spread));
  }

  double distance(Colour other) {
    double r = red - other.red;
    double g = green - other.green;
    double b = blue - other.blue;
    return Math.sqrt(r * r + g * g + b * b);
  }
}
