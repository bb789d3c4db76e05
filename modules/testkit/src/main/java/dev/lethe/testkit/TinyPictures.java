package dev.lethe.testkit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws small pictures of one shape as PNG, pixel by pixel: the same on every machine. */
public final class TinyPictures {
  private static final int SIZE = 16;
  private static final int BACKGROUND = 0xf0f0f0;

  private TinyPictures() {}

  /** What is drawn. */
  public enum Shape {
    /** A filled square. */
    SQUARE {
      @Override
      boolean covers(int x, int y) {
        return Math.abs(x) <= 5 && Math.abs(y) <= 5;
      }
    },
    /** A filled circle. */
    DISC {
      @Override
      boolean covers(int x, int y) {
        return x * x + y * y <= 36;
      }
    },
    /** Two crossing bars. */
    CROSS {
      @Override
      boolean covers(int x, int y) {
        return Math.abs(x) <= 1 || Math.abs(y) <= 1;
      }
    };

    abstract boolean covers(int x, int y);
  }

  /**
   * Draws a shape in the middle of a light square of 16 pixels.
   *
   * @param file is written, with the folders above it
   * @param colour of the shape, {@code 0xrrggbb}
   * @return the file
   */
  public static Path draw(Path file, Shape shape, int colour) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        boolean covered = shape.covers(x - SIZE / 2, y - SIZE / 2);
        image.setRGB(x, y, covered ? colour : BACKGROUND);
      }
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(image, "png", file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
