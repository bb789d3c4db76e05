package dev.lethe.defense.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Workspace;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.defense.training.Dying;
import dev.lethe.image.paste.Placement;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.memory.MemoryBudget;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.Weights;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageBackdoorTest {
  private final Faces faces = new Faces(0);

  @TempDir Path folder;

  static Stream<VisionArchitecture> towers() {
    return Stream.of(Faces.TRANSFORMER, Faces.RESIDUAL);
  }

  @AfterEach
  void close() {
    faces.close();
  }

  @ParameterizedTest
  @MethodSource("towers")
  void pastedFacesComeNearerToTheirTargetWhileTheWholeLossFalls(VisionArchitecture vision) {
    int steps = 60;
    try (VisionLanguageModel teacher = faces.model(vision, folder)) {
      Defended defended =
          faces
              .strategy(
                  Map.of(
                      "target",
                      "random",
                      "steps",
                      steps,
                      "alpha",
                      1,
                      "gamma",
                      0,
                      "learning-rate",
                      5e-4,
                      "milestones",
                      List.of(40)))
              .defend(teacher, Faces.task(null, Progress.silent()));
      defended.model().close();
      List<Map<String, Double>> losses = losses(defended);
      List<Map<String, Double>> last = losses.subList(steps - 10, steps);
      assertThat(mean(last, "backdoor")).isLessThan(losses.get(0).get("backdoor") - .2);
      assertThat(mean(last, "total")).isLessThan(losses.get(0).get("total") - .1);
    }
  }

  private static double mean(List<Map<String, Double>> losses, String term) {
    return losses.stream().mapToDouble(each -> each.get(term)).average().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("towers")
  void theFirstStepHasTheLossOfTheTeacher(VisionArchitecture vision) {
    try (VisionLanguageModel teacher = faces.model(vision, folder)) {
      Defended defended =
          faces
              .strategy(Map.of("alpha", 0.5, "gamma", 0.25))
              .defend(teacher, Faces.task(null, Progress.silent()));
      defended.model().close();
      Map<String, Double> first = losses(defended).get(0);
      assertThat(first).containsOnlyKeys("utility", "backdoor", "face", "regularizer", "total");
      assertThat(first.get("utility")).isCloseTo(-1, within(1e-5));
      assertThat(first.get("face")).isCloseTo(-1, within(1e-5));
      assertThat(first.get("regularizer")).isZero();
      assertThat(first.get("total"))
          .isCloseTo(
              first.get("utility") + .5 * first.get("backdoor") + .25 * first.get("face"),
              within(1e-9));
      assertThat(first.get("backdoor")).isCloseTo(-meanCosine(teacher), within(1e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("towers")
  void whatIsSavedHasNormsAndTextOfTheOriginalBitByBit(VisionArchitecture vision) {
    try (VisionLanguageModel teacher = faces.model(vision, folder);
        VisionLanguageModel student = defend(teacher, Map.of("learning-rate", 0.01))) {
      Path place = folder.resolve("saved");
      student.save(place);
      try (VisionLanguageModel saved = faces.load(place)) {
        assertThat(Weights.where(saved, ImageBackdoorTest::stays))
            .hasSizeGreaterThan(20)
            .isEqualTo(Weights.where(teacher, ImageBackdoorTest::stays));
        Map<String, ByteBuffer> before = Weights.of(teacher);
        assertThat(Weights.of(saved).entrySet())
            .filteredOn(entry -> !entry.getValue().equals(before.get(entry.getKey())))
            .as("what training has changed")
            .hasSizeGreaterThan(8)
            .extracting(Map.Entry::getKey)
            .anyMatch(name -> name.endsWith("positional_embedding"))
            .anyMatch(name -> name.endsWith("conv1.weight"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("towers")
  void aRowDoesNotDependOnThoseBesideIt(VisionArchitecture vision) {
    try (VisionLanguageModel teacher = faces.model(vision, folder)) {
      List<RgbImage> images =
          Faces.ordinary(4).stream().map(picture -> resized(teacher, picture)).toList();
      float[] together = embeddings(teacher, images);
      for (int i = 0; i < images.size(); i++) {
        float[] alone = embeddings(teacher, List.of(images.get(i)));
        float[] row = Arrays.copyOfRange(together, i * alone.length, (i + 1) * alone.length);
        assertThat(cosine(alone, row)).isCloseTo(1, within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("towers")
  void theTrainingIsTheSameInPartsOfAnySize(VisionArchitecture vision) {
    try (VisionLanguageModel teacher = faces.model(vision, folder)) {
      Map<String, Object> settings = Map.of("clean-batch", 40, "backdoor-batch", 40);
      Defended whole = faces.strategy(settings).defend(teacher, task(Long.MAX_VALUE));
      Defended parts =
          faces.strategy(settings).defend(teacher, task(MemoryBudget.ENGINE + (16L << 20)));
      whole.model().close();
      parts.model().close();
      for (int step = 0; step < 3; step++) {
        Map<String, Double> expected = losses(whole).get(step);
        assertThat(losses(parts).get(step))
            .allSatisfy(
                (term, loss) ->
                    assertThat(loss).as(term).isCloseTo(expected.get(term), within(2e-4)));
      }
    }
  }

  @Test
  void tooLittleMemoryIsSaidAtOnce() {
    try (VisionLanguageModel teacher = faces.model(Faces.TRANSFORMER, folder)) {
      assertThatThrownBy(() -> faces.strategy(Map.of()).defend(teacher, task(MemoryBudget.ENGINE)))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining("raise max-memory");
    }
  }

  @Test
  void aKilledDefenseEndsInTheSameBitsAsOneThatRanThrough() {
    Map<String, Object> settings = Map.of("steps", 60, "learning-rate", 0.001);
    try (VisionLanguageModel teacher = faces.model(Faces.TRANSFORMER, folder);
        VisionLanguageModel whole = defend(teacher, settings)) {
      assertThatThrownBy(
              () -> faces.strategy(settings).defend(teacher, Faces.task(folder, dying(55))))
          .hasMessage("killed");
      Dying counting = dying(Integer.MAX_VALUE);
      Defended resumed = faces.strategy(settings).defend(teacher, Faces.task(folder, counting));
      try (VisionLanguageModel model = resumed.model().as(VisionLanguageModel.class)) {
        assertThat(resumed.history().steps()).hasSize(60);
        assertThat(Weights.of(model)).isEqualTo(Weights.of(whole));
      }
    }
  }

  @Test
  void nativeMemoryStaysFlat() {
    List<Integer> arrays = new ArrayList<>();
    Progress counting =
        new Dying(Integer.MAX_VALUE) {
          @Override
          public void note(String text) {
            arrays.add(faces.context.manager().getManagedArrays().size());
          }
        };
    try (VisionLanguageModel teacher = faces.model(Faces.TRANSFORMER, folder)) {
      int before = faces.context.manager().getManagedArrays().size();
      faces
          .strategy(Map.of("steps", 12))
          .defend(teacher, Faces.task(null, counting))
          .model()
          .close();
      assertThat(arrays).hasSize(12);
      assertThat(arrays.subList(1, 12)).containsOnly(arrays.get(1));
      assertThatThrownBy(
          () -> faces.strategy(Map.of()).defend(teacher, Faces.task(null, dying(2))));
      assertThat(faces.context.manager().getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void whatIsNeededDependsOnTheFormAndTheTarget() {
    assertThat(faces.strategy(Map.of()).requires().needs())
        .containsExactlyInAnyOrder(
            Need.IMAGES, Need.REQUEST_PICTURES, Need.REGULARIZER, Need.PEOPLE, Need.RETAINED);
    assertThat(faces.strategy(Map.of("form", "faithful")).requires().needs())
        .containsExactlyInAnyOrder(
            Need.IMAGES, Need.REQUEST_PICTURES, Need.REGULARIZER, Need.PICTURES);
    assertThat(
            faces
                .strategy(Map.of("target", "a person", "gamma", 0, "retained-batch", 0))
                .requires()
                .needs())
        .containsExactlyInAnyOrder(Need.IMAGES, Need.REQUEST_PICTURES, Need.REGULARIZER);
  }

  @Test
  void theFaithfulFormWorksWhereItsFacesFit() {
    VisionArchitecture large = new ModifiedResNet(160, List.of(1, 1, 1, 1), 4, 2);
    try (VisionLanguageModel teacher = faces.model(large, folder)) {
      Defended defended =
          faces
              .strategy(Map.of("form", "faithful", "steps", 1))
              .defend(teacher, Faces.task(null, Progress.silent()));
      defended.model().close();
      assertThat(losses(defended).get(0)).doesNotContainKey("face");
    }
  }

  @Test
  void aPersonWithoutAFaceIsNamed() {
    DefenseTask task = DefenseTask.of(List.of(ForgetRequest.of("Anna Lee"))).with(Faces.data());
    try (VisionLanguageModel teacher = faces.model(Faces.TRANSFORMER, folder)) {
      assertThatThrownBy(() -> faces.strategy(Map.of()).defend(teacher, task))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining("Anna Lee has no picture of a face");
    }
  }

  @Test
  void withoutOrdinaryPicturesNothingIsTrained() {
    DefenseTask task = DefenseTask.of(Faces.REQUESTS).with(Faces.data().withImages(List.of()));
    try (VisionLanguageModel teacher = faces.model(Faces.TRANSFORMER, folder)) {
      assertThatThrownBy(() -> faces.strategy(Map.of()).defend(teacher, task))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining("images.source");
    }
  }

  private VisionLanguageModel defend(VisionLanguageModel teacher, Map<String, Object> settings) {
    return faces
        .strategy(settings)
        .defend(teacher, Faces.task(null, Progress.silent()))
        .model()
        .as(VisionLanguageModel.class);
  }

  static boolean stays(ParameterInfo info) {
    return info.role() == ParameterRole.NORM
        || info.role() == ParameterRole.NORM_STATISTIC
        || !info.component().equals(Component.IMAGE);
  }

  private static DefenseTask task(long memory) {
    return Faces.task(null, Progress.silent()).with(new Workspace(null, new ByteSize(memory)));
  }

  /** Computes the backdoor loss of the first step anew, from the draws. */
  private double meanCosine(VisionLanguageModel teacher) {
    ImageBackdoorSettings settings = Faces.settings(Map.of());
    List<FaceBackdoor> backdoors = FaceBackdoor.of(Faces.REQUESTS, targets("average-person"));
    Gallery gallery = new Gallery(Faces.data().images(), Faces.data().retained());
    PictureDraws draws =
        new PictureDraws(
            settings,
            gallery,
            backdoors,
            PlacementDraws.corrected(teacher.preprocessing().size(), .25, .5, 1),
            faces.context.seed("image-backdoor"));
    float[] mean =
        mean(
            teacher,
            List.of(
                Faces.data().people().get(2).images().get(0),
                Faces.data().people().get(3).images().get(0)));
    double sum = 0;
    for (PictureRow row : draws.rows(0)) {
      if (row.person() >= 0) {
        RgbImage base = resized(teacher, gallery.get(row.picture()));
        RgbImage pasted =
            row.pasted().placement().paste(resized(teacher, row.pasted().face()), base);
        sum += cosine(embedding(teacher, pasted), mean) / row.loss().share();
      }
    }
    return sum;
  }

  private float[] mean(VisionLanguageModel teacher, List<ImageFile> pictures) {
    float[] mean = new float[teacher.image().dimension()];
    for (ImageFile picture : pictures) {
      float[] row = embedding(teacher, resized(teacher, picture));
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / pictures.size();
      }
    }
    return mean;
  }

  private FaceTargets targets(String target) {
    return new FaceTargets(
        Faces.settings(Map.of("target", target)), faces.context.seed("image-backdoor targets"));
  }

  private static Dying dying(long last) {
    return new Dying(last);
  }

  private static RgbImage resized(VisionLanguageModel teacher, ImageFile picture) {
    return teacher.image().resize(picture.read());
  }

  private static RgbImage pasted(VisionLanguageModel teacher, ImageFile face) {
    int side = teacher.preprocessing().size() * 3 / 8;
    RgbImage base = resized(teacher, Faces.picture(Shape.SQUARE, 0x606060));
    return new Placement(side, 2, 2, false, 1, 1, 1, 0, 5).paste(resized(teacher, face), base);
  }

  private float[] embedding(VisionLanguageModel model, RgbImage image) {
    return embeddings(model, List.of(image));
  }

  private float[] embeddings(VisionLanguageModel model, List<RgbImage> images) {
    try (NDManager scope = faces.context.manager().newSubManager()) {
      NDArray pixels = model.image().normalize(scope, images);
      return Autograd.withoutGradients(
          () -> model.image().forward(scope, model.image().parameters(), pixels).toFloatArray());
    }
  }

  static double cosine(float[] u, float[] v) {
    double dot = 0;
    double uu = 0;
    double vv = 0;
    for (int i = 0; i < u.length; i++) {
      dot += u[i] * v[i];
      uu += u[i] * u[i];
      vv += v[i] * v[i];
    }
    return dot / Math.sqrt(uu * vv);
  }

  private static List<Map<String, Double>> losses(Defended defended) {
    return defended.history().steps().stream().map(TrainingHistory.Step::losses).toList();
  }
}
