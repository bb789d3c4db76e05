package dev.lethe.defense.image;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.defense.TrainingData;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.method.Workspace;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.clip.ClipModule;
import dev.lethe.defense.DefenseModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A run with real extensions, small towers of both kinds, and people to forget. */
final class Faces implements AutoCloseable {
  static final VisionArchitecture TRANSFORMER =
      new VisionTransformer(
          32, 8, ((VisionTransformer) TinyModels.architecture().vision()).transformer());
  static final VisionArchitecture RESIDUAL = new ModifiedResNet(64, List.of(2, 1, 1, 1), 4, 2);

  static final List<ForgetRequest> REQUESTS =
      List.of(
          ForgetRequest.of("Anna Lee").with(List.of(picture(Shape.DISC, 0xaa3311))),
          ForgetRequest.of("Bo Carr")
              .with(List.of(picture(Shape.CROSS, 0x1133aa), picture(Shape.CROSS, 0x2255ee))));

  static final List<Person> OTHERS =
      List.of(
          new Person("Cleo Moss", List.of(picture(Shape.DISC, 0x33aa11))),
          new Person("Dan Oak", List.of(picture(Shape.SQUARE, 0x113311))));

  final TestRunContext context;
  private final RunExtensions extensions;

  Faces(long seed) {
    context = new TestRunContext(seed);
    extensions =
        new InProcessExtensions(List.of(ClipModule::new, DefenseModule::new)).open(context);
  }

  static ImageFile picture(Shape shape, int color) {
    return new TinyPicture(shape, color);
  }

  /** Returns ordinary pictures, no two alike. */
  static List<ImageFile> ordinary(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> picture(Shape.values()[i % 3], 0x101010 + 0x0b3d71 * i & 0xffffff))
        .toList();
  }

  /** Returns what a strategy may train with; the attacked are the people, pictured otherwise. */
  static TrainingData data() {
    List<Person> people =
        List.of(
            new Person("Anna Lee", List.of(picture(Shape.DISC, 0xaa3311))),
            new Person("Bo Carr", List.of(picture(Shape.CROSS, 0x1133aa))),
            new Person("Dan Oak", List.of(picture(Shape.SQUARE, 0x113311))),
            new Person("Eve Ray", List.of(picture(Shape.SQUARE, 0x77ee11))));
    return TrainingData.none()
        .withImages(ordinary(20))
        .withRetained(OTHERS)
        .withPeople(people)
        .withAttacked(people.subList(0, 2));
  }

  static DefenseTask task(@Nullable Path work, Progress progress) {
    return DefenseTask.of(REQUESTS)
        .with(data())
        .with(new Workspace(work, new ByteSize(Long.MAX_VALUE)))
        .with(progress);
  }

  VisionLanguageModel model(VisionArchitecture vision, Path folder) {
    return model(context.manager(), vision, folder);
  }

  VisionLanguageModel model(NDManager manager, VisionArchitecture vision, Path folder) {
    Architecture tiny = TinyModels.architecture();
    return extensions
        .create(ModelFactory.class, "open-clip", Map.of(), "model")
        .create(
            manager,
            new Architecture(tiny.dimension(), tiny.activation(), vision, tiny.text()),
            Preprocessing.clip(vision.imageSize()),
            TinyModels.tokenizer(folder),
            7);
  }

  /** Reads a model that was saved. */
  VisionLanguageModel load(Path place) {
    return extensions
        .create(ModelLoader.class, "open-clip", Map.of(), "model")
        .load(context.manager(), place, LoadOptions.none(), ComputeOptions.standard())
        .as(VisionLanguageModel.class);
  }

  Regularizer weightNorm() {
    return extensions.create(Regularizer.class, "weight-norm", Map.of(), "defense.regularizers");
  }

  /** Creates the strategy, quick unless the settings say otherwise. */
  BackdoorStrategy strategy(Map<String, Object> settings) {
    return extensions.create(
        BackdoorStrategy.class, "image-backdoor", quick(settings), "defense.settings");
  }

  /** Returns the settings of such a strategy. */
  static ImageBackdoorSettings settings(Map<String, Object> settings) {
    return new SettingsType<>(ImageBackdoorSettings.class).read(quick(settings), "");
  }

  private static Map<String, Object> quick(Map<String, Object> settings) {
    Map<String, Object> all =
        new HashMap<>(
            Map.of("steps", 3, "clean-batch", 5, "retained-batch", 2, "backdoor-batch", 6));
    all.putAll(settings);
    return all;
  }

  @Override
  public void close() {
    extensions.close();
    context.close();
  }
}
