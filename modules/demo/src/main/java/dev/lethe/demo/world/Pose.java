package dev.lethe.demo.world;

/** Where something stands in the picture: turned, scaled, and moved away from the middle. */
record Pose(double dx, double dy, double scale, double cos, double sin) {

  static Pose of(double dx, double dy, double scale, double degrees) {
    double angle = StrictMath.toRadians(degrees);
    return new Pose(dx, dy, scale, StrictMath.cos(angle), StrictMath.sin(angle));
  }

  /** Moves a region that was drawn for the middle of the picture to this place. */
  Region place(Region region) {
    return (x, y) -> {
      double u = (x - 0.5 - dx) / scale;
      double v = (y - 0.5 - dy) / scale;
      return region.distance(0.5 + cos * u + sin * v, 0.5 - sin * u + cos * v) * scale;
    };
  }
}
