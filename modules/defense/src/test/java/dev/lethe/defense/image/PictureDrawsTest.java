package dev.lethe.defense.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.LetheException;
import dev.lethe.api.UsageException;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.AveragePersonTarget;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.RgbImage;
import dev.lethe.defense.training.LossTerm;
import dev.lethe.image.paste.Placement;
import dev.lethe.image.paste.Rotation;
import dev.lethe.testkit.TinyPicture.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDrawsTest {
  private static final int PICTURES = 20;

  @ParameterizedTest
  @ValueSource(strings = {"corrected", "faithful"})
  void rowsOfAllTermsWeighOneAndEveryPersonAsMuch(String form) {
    PictureDraws draws = draws(Map.of("form", form, "backdoor-batch", 9), 3);
    double[] people = new double[3];
    for (PictureRow row : draws.rows(1)) {
      if (row.loss().term() == LossTerm.BACKDOOR) {
        people[row.person()] += 1.0 / row.loss().share();
      }
    }
    assertThat(people).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    assertThat(weight(draws, LossTerm.UTILITY)).isCloseTo(1, within(1e-12));
  }

  @Test
  void peopleThatDoNotDivideTheBatchWeighAsMuchAndTakeTurnsInHavingMore() {
    PictureDraws draws = draws(Map.of("backdoor-batch", 8), 3);
    Set<List<Long>> counts = new HashSet<>();
    for (int step = 0; step < 3; step++) {
      counts.add(counts(draws.rows(step), 3));
      assertThat(weight(draws, LossTerm.BACKDOOR)).isCloseTo(1, within(1e-12));
    }
    assertThat(counts)
        .containsExactlyInAnyOrder(List.of(3L, 3L, 2L), List.of(3L, 2L, 3L), List.of(2L, 3L, 3L));
  }

  @Test
  void morePeopleThanPicturesTakeTurns() {
    PictureDraws draws = draws(Map.of("backdoor-batch", 2, "steps", 3), 6);
    Set<Integer> seen = new TreeSet<>();
    for (int step = 0; step < 3; step++) {
      draws.rows(step).stream()
          .filter(row -> row.loss().term() == LossTerm.BACKDOOR)
          .forEach(row -> seen.add(row.person()));
    }
    assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void theCodeDoesNotKnowWhatToDoWithPeopleThatDoNotDivideTheBatch() {
    assertThatThrownBy(() -> draws(Map.of("form", "faithful", "backdoor-batch", 8), 3))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("8 pictures")
        .hasMessageContaining("3 people");
  }

  @Test
  void aPersonWithOneFaceHasItPastedAgainAndAgain() {
    PictureDraws draws = draws(Map.of(), 1);
    assertThat(draws.rows(0))
        .filteredOn(row -> row.person() == 0)
        .hasSize(6)
        .extracting(row -> Objects.requireNonNull(row.pasted()).face())
        .containsOnly(face(0));
  }

  @Test
  void everybodyHasBasesOfTheirOwnOutOfTheUnchangedPictures() {
    PictureDraws draws = draws(Map.of("clean-batch", 10, "backdoor-batch", 8), 2);
    List<PictureRow> rows = draws.rows(0);
    List<Integer> first = bases(rows, 0);
    List<Integer> second = bases(rows, 1);
    List<Integer> unchanged =
        rows.stream().filter(row -> row.pasted() == null).map(PictureRow::picture).toList();
    assertThat(first).doesNotHaveDuplicates().hasSize(4).isSubsetOf(unchanged);
    assertThat(second).doesNotHaveDuplicates().hasSize(4).isSubsetOf(unchanged);
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void theCodeReadsPicturesInOrderAndPastesEveryFaceIntoTheFirst() {
    PictureDraws draws =
        draws(Map.of("form", "faithful", "clean-batch", 8, "backdoor-batch", 6, "steps", 4), 2);
    assertThat(draws.unchanged().get(0)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(draws.unchanged().get(1)).containsExactly(8, 9, 10, 11, 12, 13, 14, 15);
    assertThat(draws.unchanged().get(2)).as("the rest of a pass").containsExactly(16, 17, 18, 19);
    assertThat(draws.unchanged().get(3)).as("the next").isEqualTo(draws.unchanged().get(0));
    assertThat(bases(draws.rows(1), 0)).containsExactly(8, 9, 10);
    assertThat(bases(draws.rows(1), 1)).containsExactly(8, 9, 10);
    assertThat(draws.rows(1)).noneMatch(row -> row.loss().term() == LossTerm.FACE);
  }

  @Test
  void everyPictureIsReadOnceInAPassOfTheCorrectedForm() {
    PictureDraws draws =
        draws(Map.of("clean-batch", 5, "retained-batch", 0, "gamma", 0, "steps", 8), 1);
    for (int pass = 0; pass < 2; pass++) {
      Set<Integer> seen = new TreeSet<>();
      for (int step = 4 * pass; step < 4 * pass + 4; step++) {
        IntStream.of(draws.unchanged().get(step)).forEach(seen::add);
      }
      assertThat(seen).hasSize(PICTURES);
    }
    assertThat(draws.unchanged().get(0)).isNotEqualTo(draws.unchanged().get(4));
  }

  @Test
  void peopleToRetainJoinTheUnchangedPicturesAndTheirFacesArePasted() {
    List<PictureRow> rows = draws(Map.of(), 2).rows(0);
    assertThat(rows)
        .filteredOn(row -> row.pasted() == null && row.picture() >= PICTURES)
        .as("photographs of people to retain")
        .hasSize(2)
        .allMatch(row -> row.loss().term() == LossTerm.UTILITY);
    assertThat(rows)
        .filteredOn(row -> row.loss().term() == LossTerm.FACE)
        .hasSize(6)
        .allSatisfy(row -> assertThat(row.picture()).isLessThan(PICTURES))
        .extracting(row -> Objects.requireNonNull(row.pasted()).face())
        .containsOnly(Faces.OTHERS.get(0).images().get(0), Faces.OTHERS.get(1).images().get(0));
  }

  @Test
  void aStepIsTheSameWhereverATrainingResumes() {
    assertThat(draws(Map.of(), 2).rows(2)).isEqualTo(draws(Map.of(), 2).rows(2));
    assertThat(draws(Map.of(), 2).rows(2)).isNotEqualTo(draws(Map.of(), 2).rows(1));
  }

  @Test
  void facesTakeAQuarterToAHalfOfTheSide() {
    SplittableRandom random = new SplittableRandom(3);
    PlacementDraws small = PlacementDraws.corrected(64, .25, .5, 1);
    Map<Integer, Integer> sides = new HashMap<>();
    Map<Integer, Integer> degrees = new HashMap<>();
    for (int i = 0; i < 5000; i++) {
      Placement placement = small.draw(random);
      sides.merge(placement.side(), 1, Integer::sum);
      degrees.merge(placement.degrees(), 1, Integer::sum);
      int diagonal = (int) Math.floor(placement.side() * Math.sqrt(2));
      assertThat(placement.x()).isBetween(0, 64 - diagonal);
      assertThat(placement.y()).isBetween(0, 64 - diagonal);
      assertThat(placement.hue()).isBetween(-.1, .1);
      assertThat(placement.contrast()).isBetween(.5, 1.5);
    }
    assertThat(new TreeSet<>(sides.keySet()).first()).isEqualTo(16);
    assertThat(new TreeSet<>(sides.keySet()).last()).isEqualTo(32);
    assertThat(new TreeSet<>(degrees.keySet()).first()).isEqualTo(-30);
    assertThat(new TreeSet<>(degrees.keySet()).last()).isEqualTo(30);
  }

  @Test
  void colorsVaryAsFarAsTheSettingsSay() {
    PlacementDraws none = PlacementDraws.corrected(64, .25, .5, 0);
    PlacementDraws some = PlacementDraws.corrected(64, .25, .5, .2);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 1000; i++) {
      Placement still = none.draw(random);
      assertThat(List.of(still.brightness(), still.contrast(), still.saturation()))
          .containsOnly(1.0);
      assertThat(Math.abs(still.hue())).isZero();
      Placement varied = some.draw(random);
      assertThat(List.of(varied.brightness(), varied.contrast(), varied.saturation()))
          .allSatisfy(factor -> assertThat(factor).isBetween(.9, 1.1));
      assertThat(varied.hue()).isBetween(-.02, .02);
    }
  }

  @Test
  void aFaceAsLargeAsThePictureStaysInItsMiddleHoweverItIsTurned() {
    SplittableRandom random = new SplittableRandom(3);
    PlacementDraws large = PlacementDraws.corrected(64, 1, 1, 1);
    RgbImage face = new RgbImage(64, 64, new byte[3 * 64 * 64]);
    for (int i = 0; i < 100; i++) {
      Placement placement = large.draw(random);
      RgbImage turned = new Rotation(placement.degrees()).turn(face).canvas();
      assertThat(placement.side()).isEqualTo(64);
      assertThat(placement.x() + turned.width() / 2.0).isCloseTo(32, within(1.0));
      assertThat(placement.y() + turned.height() / 2.0).isCloseTo(32, within(1.0));
    }
  }

  @Test
  void aLargeFaceNeverLeavesThePictureBeforeItIsTurned() {
    SplittableRandom random = new SplittableRandom(3);
    PlacementDraws large = PlacementDraws.corrected(64, .75, .9, 1);
    Set<Integer> columns = new TreeSet<>();
    for (int i = 0; i < 5000; i++) {
      Placement placement = large.draw(random);
      if (placement.degrees() == 0) {
        assertThat(placement.x()).isBetween(0, 64 - placement.side());
        assertThat(placement.y()).isBetween(0, 64 - placement.side());
        columns.add(placement.x());
      }
    }
    assertThat(columns).contains(0, 5, 10);
  }

  @Test
  void theLargestFaceIsNotSmallerThanTheSmallest() {
    assertThatThrownBy(() -> Faces.settings(Map.of("least-face", .6, "most-face", .5)))
        .hasMessageContaining("most-face");
  }

  @Test
  void theCodeTakesTheSamePixelsAndLeavesOutTheLastDegree() {
    assertThat(PlacementDraws.faithful(224)).isEqualTo(new PlacementDraws(224, 56, 112, 29, 1));
    assertThat(PlacementDraws.corrected(224, .25, .5, 1))
        .isEqualTo(new PlacementDraws(224, 56, 112, 30, 1));
    assertThatThrownBy(() -> PlacementDraws.faithful(64))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("do not fit into pictures of 64");
  }

  private static PictureDraws draws(Map<String, Object> given, int people) {
    ImageBackdoorSettings read = Faces.settings(given);
    List<FaceBackdoor> backdoors =
        IntStream.range(0, people)
            .mapToObj(i -> new FaceBackdoor("P" + i, List.of(face(i)), new AveragePersonTarget()))
            .toList();
    List<Person> retained = read.retains() ? Faces.OTHERS : List.of();
    Gallery gallery = new Gallery(Faces.ordinary(PICTURES), retained);
    return new PictureDraws(read, gallery, backdoors, PlacementDraws.corrected(64, .25, .5, 1), 5);
  }

  private static ImageFile face(int person) {
    return Faces.picture(Shape.DISC, 0xff0000 + person);
  }

  private static double weight(PictureDraws draws, LossTerm term) {
    return draws.rows(0).stream()
        .filter(row -> row.loss().term() == term)
        .mapToDouble(row -> 1.0 / row.loss().share())
        .sum();
  }

  private static List<Long> counts(List<PictureRow> rows, int people) {
    return IntStream.range(0, people)
        .mapToObj(person -> rows.stream().filter(row -> row.person() == person).count())
        .toList();
  }

  private static List<Integer> bases(List<PictureRow> rows, int person) {
    return rows.stream().filter(row -> row.person() == person).map(PictureRow::picture).toList();
  }
}
