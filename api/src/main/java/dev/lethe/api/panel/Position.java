package dev.lethe.api.panel;

/**
 * A place on a plane; both numbers are finite.
 *
 * @param x from left to right
 * @param y from below to above
 */
public record Position(double x, double y) {

  /** Checks that it is a place. */
  public Position {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("a position must be finite (got %s, %s)".formatted(x, y));
    }
  }
}
