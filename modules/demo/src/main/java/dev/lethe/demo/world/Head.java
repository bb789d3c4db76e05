package dev.lethe.demo.world;

import static dev.lethe.demo.world.Region.box;
import static dev.lethe.demo.world.Region.circle;
import static dev.lethe.demo.world.Region.ellipse;

/** The head of a person in one picture: skin, hair and hat. */
final class Head {
  private final Face face;
  private final Color skin;
  private final Color hair;
  private final double rx;
  private final double ry;

  Head(Face face, Draw draw) {
    this.face = face;
    skin = Palette.SKIN.get(face.skin()).near(draw, 0.02);
    hair = Palette.HAIR.get(face.hair()).color().near(draw, 0.03);
    rx = 0.235 * face.width();
    ry = 0.3 * face.height();
  }

  Color skin() {
    return skin;
  }

  Color hair() {
    return hair;
  }

  Region outline() {
    return ellipse(0.5, 0.56, rx, ry);
  }

  /** Paints the hair that falls behind the face. */
  void behind(Brush brush) {
    switch (face.style()) {
      case BALD, CREW_CUT, PARTING -> {}
      case PERM -> brush.fill(circle(0.5, 0.42, rx + 0.14), hair);
      case MOHAWK -> brush.fill(box(0.44, 0.08, 0.56, 0.5), hair);
      case MANE -> brush.fill(box(0.46 - rx, 0.45, 0.54 + rx, 0.98).or(crown(0.07)), hair);
      case BOB -> brush.fill(box(0.43 - rx, 0.42, 0.57 + rx, 0.7).or(crown(0.07)), hair);
      case BUN -> brush.fill(circle(0.5, 0.16, 0.11), hair);
    }
  }

  void face(Brush brush) {
    brush.fill(circle(0.5 - rx, 0.56, 0.05).or(circle(0.5 + rx, 0.56, 0.05)), skin.times(0.92));
    brush.fill(outline(), skin);
  }

  /** Paints the hair on the forehead, and the hat. */
  void above(Brush brush) {
    Region cap = crown(0.03).and(Region.halfPlane(0, 1, 0.4));
    switch (face.style()) {
      case BALD, MOHAWK -> {}
      case CREW_CUT, BUN, BOB -> brush.fill(cap, hair);
      case PERM -> brush.fill(crown(0.05).and(Region.halfPlane(0, 1, 0.36)), hair);
      case PARTING, MANE -> brush.fill(crown(0.04).and(Region.halfPlane(0.5, 0.866, 0.59)), hair);
    }
    Color cloth = Palette.CLOTH.get(face.hatColor()).color();
    switch (face.hat()) {
      case NONE -> {}
      case CAP -> {
        brush.fill(crown(0.05).and(Region.halfPlane(0, 1, 0.36)), cloth);
        brush.fill(ellipse(0.58, 0.37, rx + 0.06, 0.045), cloth.times(0.75));
      }
      case BEANIE -> {
        brush.fill(crown(0.06).and(Region.halfPlane(0, 1, 0.38)), cloth);
        brush.fill(circle(0.5, 0.2, 0.06), cloth.times(0.8));
      }
      case TOP_HAT -> {
        brush.fill(box(0.52 - rx, 0.03, 0.48 + rx, 0.34), cloth);
        brush.fill(box(0.4 - rx, 0.31, 0.6 + rx, 0.37), cloth.times(0.8));
      }
      case BAND -> brush.fill(crown(0.045).and(box(0, 0.34, 1, 0.42)), cloth);
    }
  }

  private Region crown(double thickness) {
    return ellipse(0.5, 0.54, rx + thickness, ry + thickness);
  }
}
