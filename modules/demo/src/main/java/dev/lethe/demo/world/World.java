package dev.lethe.demo.world;

import dev.lethe.api.image.RgbImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A small world of drawn people and shapes. Equal settings and seeds give equal worlds, byte by
 * byte, on every machine.
 */
final class World {
  private static final int APART = 4;
  private static final int PATIENCE = 50;

  private final WorldSettings settings;
  private final long seed;
  private final List<ColouredShape> shapes = ColouredShape.all();
  private final List<Inhabitant> members = new ArrayList<>();
  private final List<Inhabitant> nonMembers = new ArrayList<>();
  private final List<Face> strangers = new ArrayList<>();
  private final List<String> candidates;

  World(WorldSettings settings, long seed) {
    this.settings = settings;
    this.seed = seed;
    Names names = new Names(Draw.of(seed, "names").seed());
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < settings.members() + settings.nonMembers(); i++) {
      Sex sex = Sex.values()[i % 2];
      Inhabitant person = new Inhabitant(names.person(sex), unlike(faces, i, sex));
      faces.add(person.face());
      (i < settings.members() ? members : nonMembers).add(person);
    }
    for (int i = 0; i < settings.strangers(); i++) {
      strangers.add(unlike(faces, faces.size() + i, Sex.values()[i % 2]));
    }
    List<String> people =
        IntStream.range(0, faces.size()).mapToObj(i -> people().get(i).name()).toList();
    candidates = names.candidates(people, settings.candidates());
  }

  List<Inhabitant> members() {
    return members;
  }

  /** Returns everyone under test: members first. */
  List<Inhabitant> people() {
    List<Inhabitant> people = new ArrayList<>(members);
    people.addAll(nonMembers);
    return people;
  }

  List<String> candidates() {
    return candidates;
  }

  List<ColouredShape> shapes() {
    return shapes;
  }

  /** Paints a picture of a person under test; training knows others of the same person. */
  RgbImage testPicture(int person, int index) {
    Draw draw = Draw.of(seed, "test", person, index);
    return painter().paint(people().get(person).face(), Scene.draw(draw), draw);
  }

  /** Paints a picture of a shape that training does not know. */
  RgbImage zeroShotPicture(int shape, int index) {
    Draw draw = Draw.of(seed, "zero-shot", shape, index);
    ColouredShape painted = shapes.get(shape);
    return painted.paint(settings.pictureSize(), painted.background(draw), draw);
  }

  /** Returns the number of training pictures. */
  int trainingSize() {
    return members.size() * settings.memberPictures()
        + strangers.size() * settings.strangerPictures()
        + shapes.size() * settings.shapePictures();
  }

  /** Paints and describes a training picture: members first, then strangers, then shapes. */
  Pair trainingPair(int index) {
    Draw draw = Draw.of(seed, "training", index);
    int ofMembers = members.size() * settings.memberPictures();
    int ofFaces = ofMembers + strangers.size() * settings.strangerPictures();
    Captions captions = new Captions(draw);
    if (index < ofMembers) {
      Inhabitant member = members.get(index / settings.memberPictures());
      Scene scene = Scene.draw(draw);
      RgbImage picture = painter().paint(member.face(), scene, draw);
      return pair(picture, () -> captions.member(member, scene));
    }
    if (index < ofFaces) {
      Face face = strangers.get((index - ofMembers) / settings.strangerPictures());
      Scene scene = Scene.draw(draw);
      RgbImage picture = painter().paint(face, scene, draw);
      return pair(picture, () -> captions.face(face, scene));
    }
    ColouredShape shape = shapes.get((index - ofFaces) / settings.shapePictures());
    NamedColour background = shape.background(draw);
    RgbImage picture = shape.paint(settings.pictureSize(), background, draw);
    return pair(picture, () -> captions.shape(shape, background));
  }

  /** Writes captions of pictures that nobody drew: half of faces, half of shapes, no names. */
  List<String> captions() {
    Draw draw = Draw.of(seed, "captions");
    Captions writer = new Captions(draw);
    Set<String> captions = new LinkedHashSet<>();
    while (captions.size() < settings.captions()) {
      ColouredShape shape = draw.from(shapes);
      captions.add(
          draw.chance(0.5)
              ? writer.shape(shape, shape.background(draw))
              : writer.face(Face.draw(draw, draw.from(Sex.values())), Scene.draw(draw)));
    }
    return List.copyOf(captions);
  }

  private Pair pair(RgbImage picture, Supplier<String> caption) {
    return new Pair(
        picture,
        IntStream.range(0, settings.pictureCaptions()).mapToObj(i -> caption.get()).toList());
  }

  private FacePainter painter() {
    return new FacePainter(settings.pictureSize());
  }

  /** Draws a face that nobody under test could be mistaken for, while there are such faces. */
  private Face unlike(List<Face> others, int index, Sex sex) {
    Draw draw = Draw.of(seed, "face", index);
    Face face = Face.draw(draw, sex);
    for (int i = 0; i < PATIENCE && tooNear(face, others); i++) {
      face = Face.draw(draw, sex);
    }
    return face;
  }

  private static boolean tooNear(Face face, List<Face> others) {
    return others.stream().anyMatch(other -> face.difference(other) < APART);
  }

  /** A training picture and what is said of it. */
  record Pair(RgbImage picture, List<String> captions) {}
}
