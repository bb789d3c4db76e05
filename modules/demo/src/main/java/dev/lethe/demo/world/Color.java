package dev.lethe.demo.world;

/**
 * A color.
 *
 * @param red from 0 to 1, as are the others; a canvas clips what lies outside
 */
record Color(double red, double green, double blue) {

  static Color of(int rgb) {
    return new Color((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
  }

  Color times(double factor) {
    return new Color(red * factor, green * factor, blue * factor);
  }

  /** Returns a color near this one. */
  Color near(Draw draw, double spread) {
    return new Color(
        red + draw.between(-spread, spread),
        green + draw.between(-spread, spread),
        blue + draw.between(-spread, spread));
  }

  double distance(Color other) {
    double r = red - other.red;
    double g = green - other.green;
    double b = blue - other.blue;
    return Math.sqrt(r * r + g * g + b * b);
  }
}
