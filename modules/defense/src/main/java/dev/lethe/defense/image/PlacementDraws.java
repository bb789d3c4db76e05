package dev.lethe.defense.image;

import dev.lethe.api.LetheException;
import dev.lethe.image.paste.Placement;
import java.util.SplittableRandom;

/**
 * How faces are placed by chance: a quarter to a half of the picture's side, turned by up to 30
 * degrees, somewhere.
 *
 * @param resolution r, pixels a side of the picture
 * @param least pixels a side of the smallest face
 * @param most of the largest
 * @param right the most degrees counter-clockwise; as many are the most the other way, 30
 * @param colorJitter how far colors vary, from 0 to 1: as far as in the paper
 */
record PlacementDraws(int resolution, int least, int most, int right, double colorJitter) {
  private static final int DEGREES = 30;
  private static final int LEAST_OF_CODE = 56;
  private static final int MOST_OF_CODE = 112;

  /**
   * Faces of a share of the picture's side, whatever its resolution.
   *
   * @param least a share, more than 0
   * @param most a share, at most 1
   */
  static PlacementDraws corrected(int resolution, double least, double most, double colorJitter) {
    return new PlacementDraws(
        resolution,
        Math.max(1, (int) Math.round(least * resolution)),
        Math.max(1, (int) Math.round(most * resolution)),
        DEGREES,
        colorJitter);
  }

  /**
   * As the authors' code does: 56 to 112 pixels whatever the resolution, and never 30 degrees.
   *
   * @throws LetheException if such faces do not fit
   */
  static PlacementDraws faithful(int resolution) {
    if (diagonal(MOST_OF_CODE) > resolution) {
      throw new LetheException(
          "form: faithful pastes faces of %d to %d pixels, which do not fit into pictures of %d: use form: corrected"
              .formatted(LEAST_OF_CODE, MOST_OF_CODE, resolution));
    }
    return new PlacementDraws(resolution, LEAST_OF_CODE, MOST_OF_CODE, DEGREES - 1, 1);
  }

  Placement draw(SplittableRandom random) {
    int side = random.nextInt(least, most + 1);
    boolean fits = diagonal(side) <= resolution;
    int room = resolution - (fits ? diagonal(side) : side) + 1;
    int x = random.nextInt(room);
    int y = random.nextInt(room);
    boolean flip = random.nextBoolean();
    double brightness = factor(random);
    double contrast = factor(random);
    double saturation = factor(random);
    double hue = colorJitter * random.nextDouble(-.1, .1);
    int degrees = random.nextInt(-DEGREES, right + 1);
    int overhang = fits ? 0 : overhang(side, degrees);
    return new Placement(
        side, x - overhang, y - overhang, flip, brightness, contrast, saturation, hue, degrees);
  }

  /** What the paper draws, brought nearer to 1. */
  private double factor(SplittableRandom random) {
    return 1 + colorJitter * (random.nextDouble(.5, 1.5) - 1);
  }

  /** How far the canvas of a turned face reaches beyond the upright one, on each side. */
  private static int overhang(int side, int degrees) {
    double angle = Math.toRadians(Math.abs(degrees));
    return (int) Math.round(side * (Math.cos(angle) + Math.sin(angle) - 1) / 2);
  }

  private static int diagonal(int side) {
    return (int) Math.floor(side * Math.sqrt(2));
  }
}
