package dev.lethe.demo.world;

import java.util.Locale;

/**
 * What makes a person recognizable, the same in all their pictures.
 *
 * @param skin an index into the palette, as are the other colors
 * @param width of the face, as a share of the usual, as is the height
 * @param eyeGap half the distance between the eyes
 * @param mouth half the width of the mouth
 */
record Face(
    Sex sex,
    int skin,
    HairStyle style,
    int hair,
    int eyes,
    int lips,
    Glasses glasses,
    Beard beard,
    Hat hat,
    int hatColor,
    double width,
    double height,
    double eyeGap,
    double browTilt,
    double mouth,
    double nose) {

  enum HairStyle {
    BALD,
    CREW_CUT,
    PARTING,
    PERM,
    MOHAWK,
    MANE,
    BOB,
    BUN;

    String caption() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  enum Glasses {
    NONE,
    ROUND,
    SQUARE,
    DARK
  }

  enum Beard {
    NONE,
    MOUSTACHE,
    GOATEE,
    FULL
  }

  enum Hat {
    NONE,
    CAP,
    BEANIE,
    TOP_HAT,
    BAND
  }

  private static final HairStyle[] OF_MEN = {
    HairStyle.BALD, HairStyle.CREW_CUT, HairStyle.PARTING, HairStyle.PERM, HairStyle.MOHAWK
  };
  private static final HairStyle[] OF_WOMEN = {
    HairStyle.CREW_CUT, HairStyle.PERM, HairStyle.MANE, HairStyle.BOB, HairStyle.BUN
  };

  static Face draw(Draw draw, Sex sex) {
    boolean man = sex == Sex.MAN;
    return new Face(
        sex,
        draw.below(Palette.SKIN.size()),
        draw.from(man ? OF_MEN : OF_WOMEN),
        draw.below(Palette.HAIR.size()),
        draw.below(Palette.EYES.size()),
        man ? 0 : draw.below(Palette.LIPS.size()),
        draw.chance(0.5) ? Glasses.NONE : draw.from(Glasses.values()),
        man ? draw.from(Beard.values()) : Beard.NONE,
        draw.chance(0.5) ? Hat.NONE : draw.from(Hat.values()),
        draw.below(Palette.CLOTH.size()),
        draw.between(0.82, 1.12),
        draw.between(0.9, 1.1),
        draw.between(0.085, 0.125),
        draw.between(-0.25, 0.25),
        draw.between(0.06, 0.115),
        draw.between(0.02, 0.045));
  }

  /** Returns how unlike another face this is: the number of plainly visible traits that differ. */
  int difference(Face other) {
    int count = 0;
    count += Math.min(2, Math.abs(skin - other.skin));
    count += style == other.style ? 0 : 1;
    count += hair == other.hair || (style == HairStyle.BALD && beard == Beard.NONE) ? 0 : 1;
    count += glasses == other.glasses ? 0 : 1;
    count += beard == other.beard ? 0 : 1;
    count += hat == other.hat && (hat == Hat.NONE || hatColor == other.hatColor) ? 0 : 1;
    return count;
  }
}
