package dev.lethe.clip.openclip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** What open_clip and Pillow computed; made by {@code tools/parity/clip_tiny.py}. */
public final class Parity {
  private Parity() {}

  /** Returns a file of the fixture. */
  public static Path file(String name) {
    try {
      return Path.of(Parity.class.getResource("/parity").toURI()).resolve(name);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the tiny model's folder. */
  public static Path model() {
    return file("tiny");
  }

  static List<Case> texts() {
    return cases("texts", "text");
  }

  static List<Case> pictures() {
    return cases("pictures", "name");
  }

  /** Reads a picture that is stored without loss. */
  public static RgbImage picture(String name) {
    try {
      BufferedImage image = ImageIO.read(file(name + ".png").toFile());
      byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
      for (int i = 0; i < rgb.length / 3; i++) {
        int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
        rgb[3 * i] = (byte) (pixel >> 16);
        rgb[3 * i + 1] = (byte) (pixel >> 8);
        rgb[3 * i + 2] = (byte) pixel;
      }
      return new RgbImage(image.getWidth(), image.getHeight(), rgb);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a picture that is read when it is asked for. */
  public static ImageFile pictureFile(String name) {
    return new ImageFile() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public RgbImage read() {
        return picture(name);
      }
    };
  }

  private static List<Case> cases(String key, String name) {
    try {
      List<Case> cases = new ArrayList<>();
      for (JsonNode node : new JsonMapper().readTree(file("expected.json").toFile()).path(key)) {
        cases.add(
            new Case(
                node.path(name).asText(),
                integers(node.path("ids")),
                floats(node.path("gelu")),
                floats(node.path("quick"))));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] integers(JsonNode list) {
    int[] values = new int[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i).intValue();
    }
    return values;
  }

  private static float[] floats(JsonNode list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i).floatValue();
    }
    return values;
  }

  record Case(String input, int[] ids, float[] gelu, float[] quick) {}
}
