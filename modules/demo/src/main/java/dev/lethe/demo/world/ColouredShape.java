package dev.lethe.demo.world;

import dev.lethe.api.image.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A class of the zero-shot task. */
record ColouredShape(NamedColour colour, Shape shape) {
  private static final double CONTRAST = 0.5;

  static List<ColouredShape> all() {
    List<ColouredShape> all = new ArrayList<>();
    for (NamedColour colour : Palette.SHAPE) {
      for (Shape shape : Shape.values()) {
        all.add(new ColouredShape(colour, shape));
      }
    }
    return all;
  }

  String name() {
    return colour.name() + " " + shape.name().toLowerCase(Locale.ROOT);
  }

  /** Draws a background that the shape stands out from. */
  NamedColour background(Draw draw) {
    NamedColour background = draw.from(Palette.BACKGROUND);
    while (background.colour().distance(colour.colour()) < CONTRAST) {
      background = draw.from(Palette.BACKGROUND);
    }
    return background;
  }

  RgbImage paint(int size, NamedColour background, Draw draw) {
    Canvas canvas = new Canvas(size);
    canvas.fill((x, y) -> -1, background.colour().near(draw, 0.05));
    Pose pose =
        Pose.of(
            draw.between(-0.07, 0.07),
            draw.between(-0.07, 0.07),
            draw.between(0.9, 1.25),
            draw.between(-10, 10));
    new Brush(canvas, pose).fill(shape.region(), colour.colour().near(draw, 0.05));
    canvas.light(draw.between(0.88, 1.08), draw.between(-0.15, 0.15), draw.between(-0.15, 0.15));
    canvas.noise(draw, 0.02);
    return canvas.toImage();
  }
}
