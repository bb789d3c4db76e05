package dev.lethe.testkit;

import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A shape in the middle of a light square of 16 pixels, drawn pixel by pixel: the same on every
 * machine.
 *
 * @param shape what is drawn
 * @param color of the shape, {@code 0xrrggbb}
 */
public record TinyPicture(Shape shape, int color) implements ImageFile {
  /** Pixels a side. */
  public static final int SIZE = 16;

  private static final int BACKGROUND = 0xf0f0f0;

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

  @Override
  public String name() {
    return "%s #%06x".formatted(shape, color);
  }

  @Override
  public RgbImage read() {
    byte[] rgb = new byte[SIZE * SIZE * 3];
    for (int i = 0; i < SIZE * SIZE; i++) {
      int pixel = pixel(i % SIZE, i / SIZE);
      rgb[3 * i] = (byte) (pixel >> 16);
      rgb[3 * i + 1] = (byte) (pixel >> 8);
      rgb[3 * i + 2] = (byte) pixel;
    }
    return new RgbImage(SIZE, SIZE, rgb);
  }

  /** Writes the picture as PNG, with the folders above it. */
  public void write(Path file) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < SIZE * SIZE; i++) {
      image.setRGB(i % SIZE, i / SIZE, pixel(i % SIZE, i / SIZE));
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int pixel(int x, int y) {
    return shape.covers(x - SIZE / 2, y - SIZE / 2) ? color : BACKGROUND;
  }
}
