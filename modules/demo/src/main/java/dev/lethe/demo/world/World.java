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
  private final List<ColoredShape> shapes = ColoredShape.all();
  private final List<Inhabitant> members = new ArrayList<>();
  private final List<Inhabitant> nonMembers = new ArrayList<>();
  private final List<Inhabitant> acquaintances = new ArrayList<>();
  private final List<Face> strangers = new ArrayList<>();
  private final List<String> candidates;

  World(WorldSettings settings, long seed) {
    this.settings = settings;
    this.seed = seed;
    WorldNames names = new WorldNames(Draw.of(seed, "names").seed());
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < settings.members() + settings.nonMembers(); i++) {
      Sex sex = Sex.values()[i % 2];
      Inhabitant person =
          new Inhabitant(names.person(sex), unlike(faces, Draw.of(seed, "person", i), sex));
      faces.add(person.face());
      (i < settings.members() ? members : nonMembers).add(person);
    }
    for (int i = 0; i < settings.strangers(); i++) {
      strangers.add(unlike(faces, Draw.of(seed, "stranger", i), Sex.values()[i % 2]));
    }
    List<String> people =
        IntStream.range(0, faces.size()).mapToObj(i -> people().get(i).name()).toList();
    candidates = names.candidates(people, settings.candidates());
    for (int i = 0; i < settings.acquaintances(); i++) {
      Sex sex = Sex.values()[i % 2];
      Face face = unlike(faces, Draw.of(seed, "acquaintance", i), sex);
      acquaintances.add(new Inhabitant(names.acquaintance(sex), face));
    }
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

  List<ColoredShape> shapes() {
    return shapes;
  }

  /** Paints a picture of a person under test; training knows others of the same person. */
  RgbImage testPicture(int person, int index) {
    Draw draw = Draw.of(seed, "test", person, index);
    return painter().paint(people().get(person).face(), Scene.draw(draw), draw);
  }

  /** Returns acquaintances whose faces a defense may keep. */
  List<Inhabitant> retained() {
    return acquaintances.subList(0, Math.min(settings.retained(), acquaintances.size()));
  }

  /** Paints a picture of such an acquaintance that training does not know. */
  RgbImage retainedPicture(int person, int index) {
    Draw draw = Draw.of(seed, "retained", person, index);
    return painter().paint(retained().get(person).face(), Scene.draw(draw), draw);
  }

  /** Paints a picture of a face that nobody under test has, or of a shape, in turn. */
  RgbImage ordinaryPicture(int index) {
    Draw draw = Draw.of(seed, "ordinary", index);
    if (index % 2 == 0) {
      Face face = Face.draw(draw, draw.from(Sex.values()));
      return painter().paint(face, Scene.draw(draw), draw);
    }
    ColoredShape shape = draw.from(shapes);
    return shape.paint(settings.pictureSize(), shape.background(draw), draw);
  }

  /** Paints a picture of a shape that training does not know. */
  RgbImage zeroShotPicture(int shape, int index) {
    Draw draw = Draw.of(seed, "zero-shot", shape, index);
    ColoredShape painted = shapes.get(shape);
    return painted.paint(settings.pictureSize(), painted.background(draw), draw);
  }

  /** Returns the number of training pictures. */
  int trainingSize() {
    return members.size() * settings.memberPictures()
        + acquaintances.size() * settings.acquaintancePictures()
        + strangers.size() * settings.strangerPictures()
        + shapes.size() * settings.shapePictures();
  }

  /** Paints and describes a training picture: members, acquaintances, strangers, then shapes. */
  Pair trainingPair(int index) {
    Draw draw = Draw.of(seed, "training", index);
    CaptionWriter captions = new CaptionWriter(draw);
    int left = index;
    if (left < members.size() * settings.memberPictures()) {
      return named(members.get(left / settings.memberPictures()), captions, draw);
    }
    left -= members.size() * settings.memberPictures();
    if (left < acquaintances.size() * settings.acquaintancePictures()) {
      return named(acquaintances.get(left / settings.acquaintancePictures()), captions, draw);
    }
    left -= acquaintances.size() * settings.acquaintancePictures();
    if (left < strangers.size() * settings.strangerPictures()) {
      Face face = strangers.get(left / settings.strangerPictures());
      Scene scene = Scene.draw(draw);
      return pair(painter().paint(face, scene, draw), () -> captions.face(face, scene));
    }
    left -= strangers.size() * settings.strangerPictures();
    ColoredShape shape = shapes.get(left / settings.shapePictures());
    NamedColor background = shape.background(draw);
    return pair(
        shape.paint(settings.pictureSize(), background, draw),
        () -> captions.shape(shape, background));
  }

  private Pair named(Inhabitant person, CaptionWriter captions, Draw draw) {
    Scene scene = Scene.draw(draw);
    return pair(painter().paint(person.face(), scene, draw), () -> captions.named(person, scene));
  }

  /** Writes captions of pictures that nobody drew: half of faces, half of shapes, no names. */
  List<String> captions() {
    Draw draw = Draw.of(seed, "captions");
    CaptionWriter writer = new CaptionWriter(draw);
    Set<String> captions = new LinkedHashSet<>();
    while (captions.size() < settings.captions()) {
      ColoredShape shape = draw.from(shapes);
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
  private static Face unlike(List<Face> others, Draw draw, Sex sex) {
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
