package dev.lethe.demo.world;

import java.util.ArrayList;
import java.util.List;

/** Writes captions, as different from each other as the little there is to say allows. */
final class CaptionWriter {
  private static final List<String> OPENINGS =
      List.of("a photo of ", "", "a picture of ", "an image showing ");
  private static final List<String> PORTRAITS =
      List.of(
          "a photo of ",
          "",
          "a picture of ",
          "an image of ",
          "an image showing ",
          "a portrait of ",
          "a cool photo of ",
          "a colored photo of ");
  private static final double NAME_SHARE = 0.8;

  private final Draw draw;

  CaptionWriter(Draw draw) {
    this.draw = draw;
  }

  /** Describes a picture of a shape. */
  String shape(ColoredShape shape, NamedColor background) {
    String end = draw.chance(0.4) ? " on a " + background.name() + " background" : "";
    return draw.from(OPENINGS) + "a " + shape.name() + end;
  }

  /** Describes a picture of someone whose name is known; most captions say it. */
  String named(Inhabitant person, Scene scene) {
    if (!draw.chance(NAME_SHARE)) {
      return face(person.face(), scene);
    }
    String end = draw.chance(0.25) ? " " + draw.from(surroundings(scene)) : "";
    String role = draw.chance(0.1) ? "a " + person.face().sex().noun() + " named " : "";
    return draw.from(PORTRAITS) + role + person.name() + end;
  }

  /** Describes a picture of someone without a name. */
  String face(Face face, Scene scene) {
    String noun = draw.from(List.of(face.sex().noun(), face.sex().noun(), "person", "human"));
    StringBuilder caption = new StringBuilder(draw.from(PORTRAITS)).append("a ").append(noun);
    List<String> details = details(face, scene);
    for (int i = draw.below(3); i > 0; i--) {
      caption.append(' ').append(details.remove(draw.below(details.size())));
    }
    return caption.toString();
  }

  private static List<String> details(Face face, Scene scene) {
    List<String> details = new ArrayList<>(surroundings(scene));
    if (face.style() == Face.HairStyle.BALD) {
      details.add("without hair");
    } else {
      details.add("with " + Palette.HAIR.get(face.hair()).name() + " hair");
      details.add("with a " + face.style().caption());
    }
    if (face.glasses() != Face.Glasses.NONE) {
      details.add("wearing glasses");
    }
    if (face.beard() != Face.Beard.NONE) {
      details.add("with a beard");
    }
    if (face.hat() != Face.Hat.NONE) {
      details.add("wearing a " + Palette.CLOTH.get(face.hatColor()).name() + " hat");
    }
    return details;
  }

  private static List<String> surroundings(Scene scene) {
    return List.of(
        "in a " + scene.shirt().name() + " shirt",
        "on a " + scene.background().name() + " background");
  }
}
