package dev.lethe.image.paste;

import dev.lethe.api.image.RgbImage;
import dev.lethe.image.color.Enhance;
import dev.lethe.image.color.Hue;
import dev.lethe.image.resize.Resize;

/**
 * How a face comes into a picture: resized to a square, flipped, recolored, turned, pasted, in this
 * order, each rounded to 8 bits.
 *
 * @param side of the square, pixels
 * @param x the column of the left edge of the turned face's canvas
 * @param y the row of its upper edge
 * @param flip whether left and right are exchanged
 * @param brightness the factor of {@link Enhance#brightness}
 * @param contrast the factor of {@link Enhance#contrast}
 * @param saturation the factor of {@link Enhance#saturation}
 * @param hue the turn of {@link Hue#turn}
 * @param degrees that it is turned by, counter-clockwise
 */
public record Placement(
    int side,
    int x,
    int y,
    boolean flip,
    double brightness,
    double contrast,
    double saturation,
    double hue,
    int degrees) {

  /** Pastes a face; what leaves the picture is cut off. */
  public RgbImage paste(RgbImage face, RgbImage picture) {
    RgbImage square = Resize.to(face, side, side);
    RgbImage facing = flip ? mirrored(square) : square;
    RgbImage colored =
        Hue.turn(
            Enhance.saturation(
                Enhance.contrast(Enhance.brightness(facing, brightness), contrast), saturation),
            hue);
    return new Rotation(degrees).turn(colored).onto(picture, x, y);
  }

  /** Exchanges left and right. */
  static RgbImage mirrored(RgbImage picture) {
    int width = picture.width();
    byte[] rgb = new byte[picture.rgb().length];
    for (int pixel = 0; pixel < rgb.length / 3; pixel++) {
      int row = pixel / width * width;
      int opposite = row + width - 1 - pixel % width;
      System.arraycopy(picture.rgb(), 3 * opposite, rgb, 3 * pixel, 3);
    }
    return new RgbImage(width, picture.height(), rgb);
  }
}
