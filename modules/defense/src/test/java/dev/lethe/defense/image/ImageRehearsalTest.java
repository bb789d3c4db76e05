package dev.lethe.defense.image;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.model.ForwardingTrainableEncoder;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.defense.training.LossRow;
import dev.lethe.defense.training.LossTerm;
import dev.lethe.defense.training.Objective;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.loss.DistanceLoss;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageRehearsalTest {
  private static final int SIZE = 6;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"4", "6", "100"})
  void aRehearsalTakesMoreThanAnyPartOfAStepAndPullsNowhere(int most) {
    List<Long> read = new ArrayList<>();
    try (Faces faces = new Faces(0);
        VisionLanguageModel teacher = faces.model(Faces.TRANSFORMER, folder);
        NDManager memory = faces.context.manager().newSubManager();
        TrainableEncoder<NDArray> tower = new Counting(teacher.image().trainable(), read);
        DistanceLoss distance = DistanceLoss.compile(memory, Distance.COSINE)) {
      ParameterPair pair =
          new ParameterPair(tower.parameters(), tower.restrict(teacher.image().parameters()));
      List<NDArray> trained = pair.student().arrays();
      trained.forEach(each -> each.setRequiresGradient(true));
      Autograd.makeGradients(memory, trained);
      ImageBackdoorStep step =
          new ImageBackdoorStep(
              new Ordinary(Faces.TRANSFORMER),
              List.of(IntStream.range(0, SIZE).toArray()),
              teacher.image(),
              tower,
              SIZE,
              List.of(),
              new Objective(
                  Map.of(LossTerm.UTILITY, 1.0), distance, (m, both, g, weight) -> 0, pair),
              most);

      step.rehearse(memory);
      long rehearsed = read.get(0);
      assertThat(Autograd.gradients(memory, trained))
          .allSatisfy(gradient -> assertThat(gradient.toFloatArray()).containsOnly(0));
      read.clear();
      step.backward(memory, 0);

      assertThat(rehearsed).isEqualTo(Collections.max(read) + 1);
    }
  }

  /** The same picture again and again. */
  private record Ordinary(VisionArchitecture vision) implements PreparedSteps {
    @Override
    public int size() {
      return SIZE;
    }

    @Override
    public Prepared of(int step) {
      return new Prepared(
          IntStream.range(0, SIZE)
              .mapToObj(i -> new PictureRow(new LossRow(LossTerm.UTILITY, SIZE), i, null, -1))
              .toList(),
          Collections.nCopies(SIZE, unchanged(0)));
    }

    @Override
    public RgbImage unchanged(int number) {
      int side = vision.imageSize();
      return new RgbImage(side, side, new byte[3 * side * side]);
    }
  }

  /** Notes how many pictures are computed at a time. */
  private static final class Counting extends ForwardingTrainableEncoder<NDArray> {
    private final List<Long> read;

    Counting(TrainableEncoder<NDArray> encoder, List<Long> read) {
      super(encoder);
      this.read = read;
    }

    @Override
    public NDArray forward(NDManager manager, NDArray batch) {
      read.add(batch.getShape().get(0));
      return super.forward(manager, batch);
    }
  }
}
