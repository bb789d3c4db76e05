package dev.lethe.demo.world;

import static dev.lethe.demo.world.Region.box;
import static dev.lethe.demo.world.Region.circle;
import static dev.lethe.demo.world.Region.ellipse;

import dev.lethe.api.image.RgbImage;

/** Paints photographs of a face: the person stays, everything else is drawn anew. */
final class FacePainter {
  private static final Color WHITE = Color.of(0xFAFAFA);
  private static final Color DARK = Color.of(0x141414);

  private final int size;

  FacePainter(int size) {
    this.size = size;
  }

  RgbImage paint(Face face, Scene scene, Draw draw) {
    Canvas canvas = new Canvas(size);
    canvas.fill((x, y) -> -1, scene.background().color().near(draw, 0.08));
    Pose pose =
        Pose.of(
            draw.between(-0.05, 0.05),
            draw.between(-0.03, 0.05),
            draw.between(0.92, 1.1),
            draw.between(-9, 9));
    Brush brush = new Brush(canvas, pose);
    brush.fill(ellipse(0.5, 1.12, 0.42, 0.3), scene.shirt().color().near(draw, 0.06));
    Head head = new Head(face, draw);
    head.behind(brush);
    brush.fill(box(0.42, 0.7, 0.58, 0.9), head.skin().times(0.9));
    head.face(brush);
    features(face, head, brush, draw.between(-0.025, 0.025));
    head.above(brush);
    canvas.light(draw.between(0.85, 1.12), draw.between(-0.25, 0.25), draw.between(-0.2, 0.2));
    canvas.noise(draw, 0.02);
    return canvas.toImage();
  }

  /** Cuts out the middle of a photograph, where the face is. */
  static RgbImage crop(RgbImage photo) {
    int margin = photo.width() / 8;
    int side = photo.width() - 2 * margin;
    byte[] rgb = new byte[3 * side * side];
    for (int row = 0; row < side; row++) {
      int from = 3 * ((row + margin) * photo.width() + margin);
      System.arraycopy(photo.rgb(), from, rgb, 3 * row * side, 3 * side);
    }
    return new RgbImage(side, side, rgb);
  }

  /** Paints what turns with the head: {@code yaw} moves it sideways. */
  private static void features(Face face, Head head, Brush brush, double yaw) {
    double middle = 0.5 + yaw;
    double eyeLine = 0.5;
    for (int side = -1; side <= 1; side += 2) {
      double x = middle + side * face.eyeGap();
      brush.fill(ellipse(x, eyeLine, 0.05, 0.035), WHITE);
      brush.fill(circle(x, eyeLine, 0.027), Palette.EYES.get(face.eyes()));
      double tilt = side * face.browTilt();
      Region brow =
          (u, v) ->
              Math.max(
                  Math.abs(v - eyeLine + 0.075 - tilt * (u - x)) - 0.014, Math.abs(u - x) - 0.055);
      brush.fill(brow, head.hair().times(0.8));
    }
    brush.fill(ellipse(middle, 0.59, face.nose(), 0.05), head.skin().times(0.78));
    beard(face, head, brush, middle);
    brush.fill(ellipse(middle, 0.71, face.mouth(), 0.026), Palette.LIPS.get(face.lips()));
    glasses(face, brush, middle, eyeLine);
  }

  private static void beard(Face face, Head head, Brush brush, double middle) {
    Region moustache = ellipse(middle, 0.655, 0.11, 0.03);
    switch (face.beard()) {
      case NONE -> {}
      case MOUSTACHE -> brush.fill(moustache, head.hair());
      case GOATEE -> brush.fill(moustache.or(ellipse(middle, 0.79, 0.08, 0.085)), head.hair());
      case FULL ->
          brush.fill(
              head.outline()
                  .and(Region.halfPlane(0, -1, -0.62))
                  .without(ellipse(middle, 0.6, 0.12, 0.06)),
              head.hair());
    }
  }

  private static void glasses(Face face, Brush brush, double middle, double y) {
    for (int side = -1; side <= 1; side += 2) {
      double x = middle + side * (face.eyeGap() + 0.01);
      switch (face.glasses()) {
        case NONE -> {}
        case ROUND -> brush.fill(circle(x, y, 0.08).outline(0.026), DARK);
        case SQUARE -> brush.fill(box(x - 0.08, y - 0.06, x + 0.08, y + 0.06).outline(0.03), DARK);
        case DARK -> brush.fill(box(x - 0.1, y - 0.055, x + 0.1, y + 0.075), DARK);
      }
    }
  }
}
