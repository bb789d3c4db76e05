package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.engine.RunResult;
import dev.lethe.report.Report;
import dev.lethe.testkit.TestDevice;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole run of all methods on a GPU finds what it finds on the processor. It needs a GPU, which
 * {@code -Pgpu} asks for.
 */
class DeviceParityTest {
  private static final double LOWEST_COSINE = .9999;
  private static final double SHARES = 1e-6;
  private static final double COSINES = 1e-3;

  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    assumeTrue(TestDevice.chosen().isGpu(), "needs a GPU: ./mvnw -Pgpu test");
    world = new TinyWorld(folder);
    world.write(
        "pictures.csv",
        "path,caption\n"
            + String.join(
                "\n",
                IntStream.range(0, 6)
                    .mapToObj(i -> "classes/%s/%d.png,shape %d".formatted(shape(i), i % 2, i))
                    .toList()));
  }

  @Test
  void bothTowersAreDefendedAttackedAndMeasuredAlike(@TempDir Path one, @TempDir Path two) {
    RunResult processor = TinyWorld.run(world.request(one, everything("cpu")));
    RunResult gpu = TinyWorld.run(world.request(two, everything(TestDevice.chosen().toString())));

    requireAlike(gpu.report().metrics().before(), processor.report().metrics().before());
    requireAlike(gpu.report().metrics().after(), processor.report().metrics().after());
    assertThat(facts(gpu.report())).isEqualTo(facts(processor.report()));
    assertThat(lowestCosine(gpu.directory(), processor.directory())).isGreaterThan(LOWEST_COSINE);
  }

  private static String[] everything(String device) {
    return new String[] {
      "device=" + device,
      "people.images=2",
      "images={source: csv, path: '%s', held-out: 0.5}".formatted(world.path("pictures.csv")),
      "retain={count: 2}",
      "defense=[{strategy: text-backdoor, settings: {steps: 3, clean-batch: 8, backdoor-batch: 8},"
          + " regularizers: {weight-norm: {weight: 0.01}}},"
          + " {strategy: image-backdoor, settings: {steps: 3, clean-batch: 4, backdoor-batch: 4,"
          + " retained-batch: 2}, regularizers: {weight-norm: {weight: 0.005}}}]",
      "evaluations={zero-shot: {path: '%s'}, similarity: {}, image-similarity: {}, retrieval: {},"
              .formatted(world.path("classes"))
          + " face-leak: {learn: 1}, collateral: {}}"
    };
  }

  private static String shape(int i) {
    return Shape.values()[i / 2].name().toLowerCase(Locale.ROOT);
  }

  private static Object facts(Report report) {
    return TinyWorld.facts(report).people();
  }

  /** Shares are of the same counts; similarities of embeddings are alike up to rounding. */
  private static void requireAlike(
      Map<String, @Nullable Double> found, Map<String, @Nullable Double> expected) {
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, value) -> {
          if (value == null) {
            assertThat(found).containsEntry(name, null);
          } else {
            double apart = name.contains("similarity.") ? COSINES : SHARES;
            assertThat(found.get(name)).as(name).isCloseTo(value, within(apart));
          }
        });
  }

  /** Compares embeddings of texts and of pictures by both checkpoints, on the processor. */
  private static double lowestCosine(Path one, Path other) {
    try (TestRunContext context = new TestRunContext(0, Device.cpu());
        RunExtensions extensions = TinyWorld.extensions().open(context);
        VisionLanguageModel a =
            TinyWorld.model(one.resolve("model"), context.manager(), extensions);
        VisionLanguageModel b =
            TinyWorld.model(other.resolve("model"), context.manager(), extensions)) {
      return Math.min(
          lowestCosine(texts(context.manager(), a), texts(context.manager(), b)),
          lowestCosine(pictures(context.manager(), a), pictures(context.manager(), b)));
    }
  }

  private static NDArray texts(NDManager manager, VisionLanguageModel model) {
    return model
        .text()
        .encode(manager, List.of("Ada Byron", "a red disc on a table"), Progress.silent());
  }

  private static NDArray pictures(NDManager manager, VisionLanguageModel model) {
    return model
        .image()
        .encode(
            manager,
            Stream.of(Shape.values()).map(shape -> new TinyPicture(shape, 0x2040ff)).toList(),
            Progress.silent());
  }

  private static double lowestCosine(NDArray one, NDArray other) {
    double lowest = 1;
    for (long row = 0; row < one.size(0); row++) {
      float[] a = one.get(row).toFloatArray();
      float[] b = other.get(row).toFloatArray();
      double product = 0;
      double ofA = 0;
      double ofB = 0;
      for (int i = 0; i < a.length; i++) {
        product += a[i] * b[i];
        ofA += a[i] * a[i];
        ofB += b[i] * b[i];
      }
      lowest = Math.min(lowest, product / Math.sqrt(ofA * ofB));
    }
    return lowest;
  }
}
