package dev.lethe.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.Progress;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.model.ActivationMemory;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.Precision;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.attack.AttackModule;
import dev.lethe.clip.ClipModule;
import dev.lethe.data.DataModule;
import dev.lethe.defense.DefenseModule;
import dev.lethe.tensor.Devices;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run with the extensions of the product, created by name as the product creates them. */
final class Lethe implements AutoCloseable {
  private final TestRunContext context;
  private final Precision precision;
  private final RunExtensions extensions;

  private Lethe(Device device, Precision precision) {
    Devices.requirePrecision(device, precision);
    context = new TestRunContext(0, device);
    this.precision = precision;
    extensions =
        new InProcessExtensions(
                List.of(ClipModule::new, DataModule::new, DefenseModule::new, AttackModule::new))
            .open(context);
  }

  /** Starts a run on {@code device}, by default the processor, in {@code precision}. */
  static Lethe computing(Arguments arguments) {
    return new Lethe(
        Devices.parse(arguments.text("device", "cpu")),
        Precision.valueOf(arguments.text("precision", "fp32").toUpperCase(Locale.ROOT)));
  }

  NDManager manager() {
    return context.manager();
  }

  VisionLanguageModel model(Path folder) {
    return new ModelFormats(() -> extensions.all(ModelLoader.class))
        .recognize(folder, LoadOptions.none())
        .load(
            VisionLanguageModel.class,
            manager(),
            new ComputeOptions(precision, ActivationMemory.unbounded()));
  }

  Precision precision() {
    return precision;
  }

  /** Waits until the device has done all it was told: a GPU works while Java goes on. */
  void settle() {
    try (NDArray last = manager().zeros(new Shape(1))) {
      last.toFloatArray();
    }
  }

  BackdoorStrategy strategy(String name, Map<String, Object> settings) {
    return extensions.create(BackdoorStrategy.class, name, settings, "defense.settings");
  }

  /** Returns the pictures of a folder, in the order of their names. */
  List<ImageFile> images(Path folder) {
    return extensions
        .create(ImageSource.class, "folder", Map.of("path", folder.toString()), "images")
        .read(Progress.silent())
        .images()
        .stream()
        .map(Images.Captioned::image)
        .toList();
  }

  /** Returns people and their pictures, of a folder that holds one for each. */
  List<Person> people(Path folder) {
    return extensions
        .create(PeopleSource.class, "folders", Map.of("path", folder.toString()), "faces")
        .read(Progress.silent())
        .people();
  }

  /** Returns weight-norm times beta. */
  Regularizer weightNorm(double beta) {
    Regularizer norm =
        extensions.create(Regularizer.class, "weight-norm", Map.of(), "defense.regularizers");
    return (manager, pair, gradients, weight) ->
        beta * norm.accumulate(manager, pair, gradients, weight * beta);
  }

  PrivacyAttack idia() {
    return extensions.create(PrivacyAttack.class, "idia", Map.of(), "attacks.idia");
  }

  NameSource randomNames() {
    return extensions.create(NameSource.class, "random-names", Map.of(), "candidates");
  }

  @Override
  public void close() {
    extensions.close();
    context.close();
  }
}
