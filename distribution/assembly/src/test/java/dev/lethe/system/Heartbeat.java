package dev.lethe.system;

/**
 * A plugin that measures nothing but its own version: once the file {@code gate} is there, it loads
 * one more of its classes and reports what that one says.
 */
final class Heartbeat {
  private Heartbeat() {}

  static PluginSource version(int version) {
    return named("heartbeat", version);
  }

  static PluginSource named(String name, int version) {
    return new PluginSource("test.heartbeat", version + ".0.0")
        .with("Late", "final class Late { static int version() { return %d; } }".formatted(version))
        .with("PlugSettings", SETTINGS)
        .with("Heartbeat", EVALUATION)
        .with("PlugModule", MODULE.formatted(name));
  }

  private static final String SETTINGS =
      """
      import dev.lethe.api.settings.Setting;
      public record PlugSettings(@Setting("The file it waits for.") String gate) {}
      """;

  private static final String MODULE =
      """
      import dev.lethe.api.evaluation.Evaluation;
      import dev.lethe.api.plugin.PluginModule;
      public final class PlugModule extends PluginModule {
        @Override protected void configure() {
          provide(Evaluation.class, "%s", Heartbeat.class, PlugSettings.class);
        }
      }
      """;

  private static final String EVALUATION =
      """
      import dev.lethe.api.evaluation.*;
      import dev.lethe.api.metric.*;
      import dev.lethe.api.method.Requirements;
      import dev.lethe.api.model.Model;
      import dev.lethe.api.plugin.Summary;
      import jakarta.inject.Inject;
      import java.nio.file.*;
      import java.util.List;
      @Summary("Waits for a file and tells its own version.")
      final class Heartbeat implements Evaluation {
        private final Path gate;
        @Inject Heartbeat(PlugSettings settings) { gate = Path.of(settings.gate()); }
        @Override public Requirements requires() { return Requirements.of(Model.class); }
        @Override public List<MetricValue> evaluate(Model model, EvaluationTask task) {
          try (var waiting = task.progress().begin("waiting", 1)) {
            Files.writeString(Path.of(gate + ".waiting"), "");
            while (!Files.exists(gate)) {
              waiting.advance(0);
              java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
          Metric metric = new Metric("heartbeat.version", Metric.Unit.COUNT,
              Metric.Direction.NEITHER, "The version of the plugin.");
          return List.of(MetricValue.of(metric, Late.version()));
        }
      }
      """;
}
