package dev.lethe.defense.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.defense.image.PictureRow.PastedFace;
import dev.lethe.defense.training.LossRow;
import dev.lethe.defense.training.LossTerm;
import dev.lethe.defense.training.Objective;
import dev.lethe.image.paste.Placement;
import dev.lethe.io.json.Json;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.loss.DistanceLoss;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.tensor.train.LearningRate;
import dev.lethe.tensor.train.TrainingLoop;
import dev.lethe.tensor.train.TrainingPlan;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.Weights;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty steps beside a loop in Python, which {@code tools/parity/image_backdoor.py} has run. */
class PythonParityTest {
  private static final int SIDE = 32;
  private static final int STEPS = 20;
  private static final int CLEAN = 8;
  private static final int PEOPLE = 2;
  private static final int EACH = 4;
  private static final double ALPHA = .8;
  private static final double BETA = .005;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"vit", "resnet"})
  void theTrainingIsThatOfPython(String family) throws Exception {
    Path fixture = Path.of(getClass().getResource("/parity/image-backdoor/" + family).toURI());
    try (Faces faces = new Faces(0);
        VisionLanguageModel teacher = faces.load(model(fixture));
        SafetensorsFile expected = SafetensorsFile.open(fixture.resolve("expected.safetensors"));
        VisionLanguageModel student = teacher.copy()) {
      NDManager memory = faces.context.manager();
      JsonNode python = Json.read(fixture.resolve("losses.json"));
      TrainingHistory history =
          train(
              teacher,
              student,
              faces.weightNorm(),
              values(memory, expected, "target"),
              python.path("rate").doubleValue(),
              memory);

      assertLosses(history, python.path("steps"));
      assertThat(updateError(teacher, student, expected, memory)).isLessThan(.02);
      assertThat(smallestCosine(student, values(memory, expected, "embedded"), memory))
          .isGreaterThan(.9999);
      assertThat(Weights.where(student, ImageBackdoorTest::stays))
          .isEqualTo(Weights.where(teacher, ImageBackdoorTest::stays));
    }
  }

  private TrainingHistory train(
      VisionLanguageModel teacher,
      VisionLanguageModel student,
      Regularizer weightNorm,
      float[] target,
      double rate,
      NDManager memory) {
    try (TrainableEncoder<NDArray> tower = teacher.image().trainable();
        DistanceLoss distance = DistanceLoss.compile(memory, Distance.COSINE)) {
      ParameterPair pair =
          new ParameterPair(
              tower.parameters().where(info -> info.role() != ParameterRole.NORM),
              tower
                  .restrict(teacher.image().parameters())
                  .where(info -> info.role() != ParameterRole.NORM));
      Regularizer weighted =
          (manager, both, gradients, weight) ->
              BETA * weightNorm.accumulate(manager, both, gradients, BETA * weight);
      ImageBackdoorStep step =
          new ImageBackdoorStep(
              new Computed(),
              IntStream.range(0, STEPS).mapToObj(PythonParityTest::clean).toList(),
              teacher.image(),
              tower,
              1000,
              List.of(target, target),
              new Objective(
                  Map.of(LossTerm.UTILITY, 1.0, LossTerm.BACKDOOR, ALPHA),
                  distance,
                  weighted,
                  pair),
              5);
      TrainingPlan plan =
          new TrainingPlan(
              "testing", STEPS, LearningRate.multiStep(rate, List.of(10), .1), 0, null);
      TrainingHistory history =
          new TrainingLoop(plan, pair.student(), Progress.silent()).run(memory, step);
      tower.commit(student.image());
      return history;
    }
  }

  private static void assertLosses(TrainingHistory history, JsonNode expected) {
    assertThat(history.steps()).hasSize(expected.size()).hasSize(STEPS);
    for (int step = 0; step < STEPS; step++) {
      Map<String, Double> losses = history.steps().get(step).losses();
      for (String term : List.of("utility", "backdoor", "total")) {
        double wanted = expected.get(step).path(term).doubleValue();
        assertThat(losses.get(term))
            .as("%s of step %d", term, step)
            .isCloseTo(wanted, within(1e-3 * Math.abs(wanted)));
      }
    }
  }

  /** The relative L2 error of all that training has added. */
  private static double updateError(
      VisionLanguageModel teacher,
      VisionLanguageModel student,
      SafetensorsFile expected,
      NDManager memory) {
    double error = 0;
    double size = 0;
    for (Parameter parameter : teacher.image().parameters()) {
      String name = parameter.info().name();
      if (ImageBackdoorTest.stays(parameter.info())) {
        continue;
      }
      float[] start = parameter.value().toFloatArray();
      float[] end = student.image().parameters().get(name).toFloatArray();
      float[] python = values(memory, expected, name);
      for (int i = 0; i < start.length; i++) {
        if (!isKeyBias(name, i, start.length)) {
          error += Math.pow(end[i] - python[i], 2);
          size += Math.pow(python[i] - start[i], 2);
        }
      }
    }
    return Math.sqrt(error / size);
  }

  /** Their gradients are zero but for rounding, which the optimizer makes large. */
  private static boolean isKeyBias(String name, int index, int length) {
    return name.endsWith("k_proj.bias")
        || name.endsWith("in_proj_bias") && index >= length / 3 && index < 2 * length / 3;
  }

  private static double smallestCosine(
      VisionLanguageModel student, float[] expected, NDManager memory) {
    List<RgbImage> images = List.of(picture(7), pasted(7, 0), pasted(300, 1), picture(301));
    float[] rows =
        Autograd.withoutGradients(
            () ->
                student
                    .image()
                    .forward(
                        memory,
                        student.image().parameters(),
                        student.image().normalize(memory, images))
                    .toFloatArray());
    int d = rows.length / images.size();
    return IntStream.range(0, images.size())
        .mapToDouble(
            i ->
                ImageBackdoorTest.cosine(
                    Arrays.copyOfRange(rows, i * d, (i + 1) * d),
                    Arrays.copyOfRange(expected, i * d, (i + 1) * d)))
        .min()
        .orElseThrow();
  }

  private static float[] values(NDManager memory, SafetensorsFile file, String name) {
    return file.read(memory, name).toFloatArray();
  }

  /** Puts a tokenizer beside the model, which the fixture has no need of. */
  private Path model(Path fixture) throws IOException, URISyntaxException {
    for (String file : List.of("open_clip_config.json", "open_clip_model.safetensors")) {
      Files.copy(fixture.resolve(file), folder.resolve(file));
    }
    TinyModels.tokenizer(folder);
    return folder;
  }

  private static int[] clean(int step) {
    return IntStream.range(step * CLEAN, (step + 1) * CLEAN).toArray();
  }

  private static RgbImage picture(int n) {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < rgb.length; i++) {
      int c = i % 3;
      int x = i / 3 % SIDE;
      int y = i / 3 / SIDE;
      rgb[i] =
          (byte)
              (x * (3 + n % 5)
                  + y * (2 + n % 7)
                  + c * (31 + n % 17)
                  + x * y * (n % 4) / 8
                  + 13 * n);
    }
    return new RgbImage(SIDE, SIDE, rgb);
  }

  private static RgbImage pasted(int number, int person) {
    byte[] rgb = picture(number).rgb();
    byte[] face = picture(1000 + person).rgb();
    int left = number * 5 % 17;
    int top = number * 3 % 17;
    for (int row = 0; row < 14; row++) {
      int from = 3 * ((row + 4) * SIDE + 4);
      int to = 3 * ((row + top) * SIDE + left);
      System.arraycopy(face, from, rgb, to, 3 * 14);
    }
    return new RgbImage(SIDE, SIDE, rgb);
  }

  /** The pictures that Python has computed too. */
  private static final class Computed implements PreparedSteps {
    private static final PastedFace SOME =
        new PastedFace(Faces.picture(Shape.DISC, 0), new Placement(14, 0, 0, false, 1, 1, 1, 0, 0));

    @Override
    public int size() {
      return CLEAN + PEOPLE * EACH;
    }

    @Override
    public Prepared of(int step) {
      List<PictureRow> rows = new ArrayList<>();
      List<RgbImage> pictures = new ArrayList<>();
      for (int number : clean(step)) {
        rows.add(new PictureRow(new LossRow(LossTerm.UTILITY, CLEAN), number, null, -1));
        pictures.add(picture(number));
      }
      for (int person = 0; person < PEOPLE; person++) {
        for (int i = 0; i < EACH; i++) {
          int number = step * CLEAN + i;
          LossRow loss = new LossRow(LossTerm.BACKDOOR, PEOPLE * EACH);
          rows.add(new PictureRow(loss, number, SOME, person));
          pictures.add(pasted(number, person));
        }
      }
      return new Prepared(rows, pictures);
    }

    @Override
    public RgbImage unchanged(int number) {
      return picture(number);
    }
  }
}
