package dev.lethe.demo.world;

import dev.lethe.api.image.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A class of the zero-shot task. */
record ColoredShape(NamedColor color, Shape shape) {
  private static final double CONTRAST = 0.5;

  static List<ColoredShape> all() {
    List<ColoredShape> all = new ArrayList<>();
    for (NamedColor color : Palette.SHAPE) {
      for (Shape shape : Shape.values()) {
        all.add(new ColoredShape(color, shape));
      }
    }
    return all;
  }

  String name() {
    return color.name() + " " + shape.name().toLowerCase(Locale.ROOT);
  }

  /** Draws a background that the shape stands out from. */
  NamedColor background(Draw draw) {
    NamedColor background = draw.from(Palette.BACKGROUND);
    while (background.color().distance(color.color()) < CONTRAST) {
      background = draw.from(Palette.BACKGROUND);
    }
    return background;
  }

  RgbImage paint(int size, NamedColor background, Draw draw) {
    Canvas canvas = new Canvas(size);
    canvas.fill((x, y) -> -1, background.color().near(draw, 0.05));
    Pose pose =
        Pose.of(
            draw.between(-0.07, 0.07),
            draw.between(-0.07, 0.07),
            draw.between(0.9, 1.25),
            draw.between(-10, 10));
    new Brush(canvas, pose).fill(shape.region(), color.color().near(draw, 0.05));
    canvas.light(draw.between(0.88, 1.08), draw.between(-0.15, 0.15), draw.between(-0.15, 0.15));
    canvas.noise(draw, 0.02);
    return canvas.toImage();
  }
}
