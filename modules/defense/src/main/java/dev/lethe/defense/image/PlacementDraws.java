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
 */
record PlacementDraws(int resolution, int least, int most, int right) {
  private static final int DEGREES = 30;
  private static final int LEAST_OF_CODE = 56;
  private static final int MOST_OF_CODE = 112;

  /** As the paper has it for 224 pixels, and in proportion for others. */
  static PlacementDraws corrected(int resolution) {
    return new PlacementDraws(
        resolution,
        (int) Math.round(resolution / 4.0),
        (int) Math.round(resolution / 2.0),
        DEGREES);
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
    return new PlacementDraws(resolution, LEAST_OF_CODE, MOST_OF_CODE, DEGREES - 1);
  }

  Placement draw(SplittableRandom random) {
    int side = random.nextInt(least, most + 1);
    int room = resolution - diagonal(side) + 1;
    return new Placement(
        side,
        random.nextInt(room),
        random.nextInt(room),
        random.nextBoolean(),
        random.nextDouble(.5, 1.5),
        random.nextDouble(.5, 1.5),
        random.nextDouble(.5, 1.5),
        random.nextDouble(-.1, .1),
        random.nextInt(-DEGREES, right + 1));
  }

  private static int diagonal(int side) {
    return (int) Math.floor(side * Math.sqrt(2));
  }
}
