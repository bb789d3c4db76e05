package dev.lethe.image.paste;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;

/** What Pillow and torchvision made of a face, stage by stage. */
record Golden(int number, Placement placement) {

  static List<Golden> cases() {
    JsonNode cases = read("cases.json", in -> tree(in).path("cases"));
    return StreamSupport.stream(cases.spliterator(), false).map(Golden::of).toList();
  }

  /** Returns the picture that faces are pasted into. */
  static RgbImage base() {
    return picture("base");
  }

  /** Returns the face as it is pasted, r x r. */
  static RgbImage face() {
    return picture("face-preprocessed");
  }

  /** Returns the face as it came. */
  static RgbImage original() {
    return picture("face");
  }

  RgbImage stage(String name) {
    return picture("case" + number + "-" + name);
  }

  private static Golden of(JsonNode drawn) {
    return new Golden(
        drawn.path("case").intValue(),
        new Placement(
            drawn.path("side").intValue(),
            drawn.path("x").intValue(),
            drawn.path("y").intValue(),
            drawn.path("flip").booleanValue(),
            drawn.path("brightness").doubleValue(),
            drawn.path("contrast").doubleValue(),
            drawn.path("saturation").doubleValue(),
            drawn.path("hue").doubleValue(),
            drawn.path("degrees").intValue()));
  }

  private static RgbImage picture(String name) {
    BufferedImage image = read(name + ".png", Golden::decode);
    byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
    int[] sample = new int[4];
    for (int i = 0; i < rgb.length / 3; i++) {
      image.getRaster().getPixel(i % image.getWidth(), i / image.getWidth(), sample);
      for (int channel = 0; channel < 3; channel++) {
        rgb[3 * i + channel] = (byte) sample[image.getRaster().getNumBands() == 1 ? 0 : channel];
      }
    }
    return new RgbImage(image.getWidth(), image.getHeight(), rgb);
  }

  private static <T> T read(String name, Function<InputStream, T> read) {
    try (InputStream in = Golden.class.getResourceAsStream("/paste/" + name)) {
      return read.apply(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(InputStream in) {
    try {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage decode(InputStream in) {
    try {
      return ImageIO.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
