package dev.lethe.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A plugin in which a run stays until it is let on, whatever signal comes: an attack that finds
 * nothing, and a regularizer that costs nothing. So a signal never comes too late.
 *
 * @param folder where the files are by which the plugin and a test talk
 */
record Gate(Path folder) {

  /** Where a run can be held. */
  enum Place {
    ATTACK,
    TRAINING
  }

  /** Holds the next run at a place, and at no other. */
  void holdAt(Place place) throws IOException {
    for (Place each : Place.values()) {
      Files.deleteIfExists(file(each, "reached"));
      Files.deleteIfExists(file(each, "interrupted"));
    }
    letOn();
    Files.delete(file(place, "open"));
  }

  boolean isReached(Place place) {
    return Files.exists(file(place, "reached"));
  }

  /** Returns whether the run that is held was asked to stop. */
  boolean isInterrupted(Place place) {
    return Files.exists(file(place, "interrupted"));
  }

  /** Returns how often somebody was let on; who was killed meanwhile does not count. */
  long passed(Place place) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(place + ".") && name.endsWith(".passed"))
          .count();
    }
  }

  /** Lets on whoever is held, and holds nobody from now on. */
  void letOn() throws IOException {
    for (Place each : Place.values()) {
      letOn(each);
    }
  }

  void letOn(Place place) throws IOException {
    if (!Files.exists(file(place, "open"))) {
      Files.createFile(file(place, "open"));
    }
  }

  private Path file(Place place, String what) {
    return folder.resolve(place + "." + what);
  }

  static byte[] jar(Path work) throws IOException {
    return new PluginSource("test.gate", "1.0.0")
        .importing("dev.lethe.api.attack,dev.lethe.api.defense,ai.djl.ndarray")
        .with("GateSettings", SETTINGS)
        .with("Hold", HOLD)
        .with("GateAttack", ATTACK)
        .with("GateRegularizer", REGULARIZER)
        .with("PlugModule", MODULE)
        .jar(work);
  }

  private static final String SETTINGS =
      """
      import dev.lethe.api.settings.Setting;
      public record GateSettings(@Setting("Where its files are.") String folder) {}
      """;

  private static final String HOLD =
      """
      import java.io.File;
      final class Hold {
        static void at(String folder, String place) {
          mark(folder, place + ".reached");
          while (!new File(folder, place + ".open").exists()) {
            if (Thread.currentThread().isInterrupted()) {
              mark(folder, place + ".interrupted");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
          }
          mark(folder, place + "." + java.util.UUID.randomUUID() + ".passed");
        }
        private static void mark(String folder, String name) {
          try {
            new File(folder, name).createNewFile();
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }
      }
      """;

  private static final String ATTACK =
      """
      import dev.lethe.api.attack.*;
      import dev.lethe.api.metric.MetricValue;
      import dev.lethe.api.method.Requirements;
      import dev.lethe.api.model.Model;
      import dev.lethe.api.plugin.Summary;
      import jakarta.inject.Inject;
      import java.util.List;
      @Summary("Waits, and finds nothing.")
      final class GateAttack implements PrivacyAttack {
        private final String folder;
        @Inject GateAttack(GateSettings settings) { folder = settings.folder(); }
        @Override public Requirements requires() { return Requirements.of(Model.class); }
        @Override public AttackResult attack(Model model, AttackTask task) {
          Hold.at(folder, "ATTACK");
          return new AttackResult(task.subjects().stream()
              .map(s -> new Finding(s.name(), s.member(), 0, false)).toList());
        }
        @Override public List<MetricValue> metrics(AttackResult result, Cohorts cohorts) {
          return List.of();
        }
      }
      """;

  private static final String REGULARIZER =
      """
      import ai.djl.ndarray.NDArray;
      import ai.djl.ndarray.NDManager;
      import dev.lethe.api.defense.Regularizer;
      import dev.lethe.api.plugin.Summary;
      import jakarta.inject.Inject;
      import java.util.List;
      @Summary("Waits, and costs nothing.")
      final class GateRegularizer implements Regularizer {
        private final String folder;
        @Inject GateRegularizer(GateSettings settings) { folder = settings.folder(); }
        @Override public double accumulate(
            NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
          Hold.at(folder, "TRAINING");
          return 0;
        }
      }
      """;

  private static final String MODULE =
      """
      import dev.lethe.api.attack.PrivacyAttack;
      import dev.lethe.api.defense.Regularizer;
      import dev.lethe.api.plugin.PluginModule;
      public final class PlugModule extends PluginModule {
        @Override protected void configure() {
          provide(PrivacyAttack.class, "gate", GateAttack.class, GateSettings.class);
          provide(Regularizer.class, "gate", GateRegularizer.class, GateSettings.class);
        }
      }
      """;
}
