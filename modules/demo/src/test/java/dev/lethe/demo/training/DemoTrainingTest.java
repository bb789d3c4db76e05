package dev.lethe.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.openclip.OpenClipFactory;
import dev.lethe.demo.world.SmallWorld;
import dev.lethe.demo.world.TrainingSet;
import dev.lethe.demo.world.WorldFolder;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.testkit.TestDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTrainingTest {
  private static final DemoModelSettings MODEL = new DemoModelSettings(700, 24, 8, 16, 1, 2, 8);

  private final ModelFactory factory = new OpenClipFactory();
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());
  @TempDir private Path folder;
  private TrainingSet training;

  @BeforeEach
  void paint() throws IOException {
    WorldFolder world = SmallWorld.write(Files.createDirectory(folder.resolve("world")), 3);
    training = TrainingSet.read(world, SmallWorld.SETTINGS.pictureSize());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void theLossFalls() throws IOException {
    List<TrainingHistory.Step> steps =
        train(new TrainingSettings(20, 16, 5e-3, 5), 1, "a").history().steps();

    assertThat(loss(steps, steps.size() - 4)).isLessThan(0.8 * loss(steps, 0));
  }

  @Test
  void equalSeedsGiveEqualModels() throws IOException {
    TrainingSettings settings = new TrainingSettings(2, 16, 5e-3, 5);

    String first = save(train(settings, 1, "a"), "first");
    String again = save(train(settings, 1, "b"), "again");
    String other = save(train(settings, 2, "c"), "other");

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void patchesMustFillThePictures() {
    DemoTraining wrong =
        new DemoTraining(
            factory,
            new DemoModelSettings(700, 24, 5, 16, 1, 2, 8),
            new TrainingSettings(1, 16, 5e-3, 5),
            1);

    assertThatThrownBy(() -> wrong.run(manager, training, folder, Progress.silent()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("patch-size must divide the 16 pixels of the pictures (got 5)");
  }

  private DemoTraining.Trained train(TrainingSettings settings, long seed, String work)
      throws IOException {
    Path place = Files.createDirectory(folder.resolve(work));
    return new DemoTraining(factory, MODEL, settings, seed)
        .run(manager, training, place, Progress.silent());
  }

  private String save(DemoTraining.Trained trained, String name) {
    try (VisionLanguageModel model = trained.model()) {
      return model.save(folder.resolve(name));
    }
  }

  private static double loss(List<TrainingHistory.Step> steps, int first) {
    return steps.subList(first, first + 4).stream()
        .mapToDouble(step -> step.losses().get("total"))
        .average()
        .orElseThrow();
  }
}
