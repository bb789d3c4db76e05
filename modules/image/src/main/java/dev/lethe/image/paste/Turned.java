package dev.lethe.image.paste;

import dev.lethe.api.image.RgbImage;

/**
 * A picture that was turned, on a canvas that holds all of it.
 *
 * @param canvas the turned picture, black where it does not reach
 * @param covered for each pixel of the canvas, row by row, whether the picture reaches it
 */
public record Turned(RgbImage canvas, boolean[] covered) {

  /**
   * Pastes this into another picture, of which it covers what it reaches. What leaves the picture
   * is cut off.
   *
   * @param left the column of the canvas's left edge
   * @param top the row of its upper edge
   */
  public RgbImage onto(RgbImage base, int left, int top) {
    byte[] rgb = base.rgb().clone();
    int width = Math.min(canvas.width(), base.width() - left);
    int height = Math.min(canvas.height(), base.height() - top);
    for (int y = Math.max(0, -top); y < height; y++) {
      for (int x = Math.max(0, -left); x < width; x++) {
        int from = y * canvas.width() + x;
        if (covered[from]) {
          int to = (y + top) * base.width() + x + left;
          System.arraycopy(canvas.rgb(), 3 * from, rgb, 3 * to, 3);
        }
      }
    }
    return new RgbImage(base.width(), base.height(), rgb);
  }
}
