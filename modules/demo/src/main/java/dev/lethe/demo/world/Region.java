package dev.lethe.demo.world;

/** A part of the plane, as a signed distance. The picture is the unit square, with y downwards. */
@FunctionalInterface
interface Region {

  /** Returns how far a point lies outside; negative inside. Exact near the border only. */
  double distance(double x, double y);

  static Region ellipse(double cx, double cy, double rx, double ry) {
    return (x, y) -> {
      double u = (x - cx) / rx;
      double v = (y - cy) / ry;
      return (Math.sqrt(u * u + v * v) - 1) * Math.min(rx, ry);
    };
  }

  static Region circle(double cx, double cy, double radius) {
    return ellipse(cx, cy, radius, radius);
  }

  static Region box(double left, double top, double right, double bottom) {
    return (x, y) -> Math.max(Math.max(left - x, x - right), Math.max(top - y, y - bottom));
  }

  /** The half plane of points x with {@code normal · x <= offset}; the normal has length 1. */
  static Region halfPlane(double nx, double ny, double offset) {
    return (x, y) -> nx * x + ny * y - offset;
  }

  default Region and(Region other) {
    return (x, y) -> Math.max(distance(x, y), other.distance(x, y));
  }

  default Region or(Region other) {
    return (x, y) -> Math.min(distance(x, y), other.distance(x, y));
  }

  default Region without(Region other) {
    return (x, y) -> Math.max(distance(x, y), -other.distance(x, y));
  }

  /** The border of this region, as a line of the given width. */
  default Region outline(double width) {
    return (x, y) -> Math.abs(distance(x, y)) - width / 2;
  }
}
