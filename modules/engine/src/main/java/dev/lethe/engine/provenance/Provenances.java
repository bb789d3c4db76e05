package dev.lethe.engine.provenance;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.lethe.engine.Build;
import dev.lethe.engine.plan.PreparedExperiment;
import dev.lethe.report.Provenance;
import dev.lethe.report.Provenance.PluginUse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects the provenance of a run that is about to end. */
public final class Provenances {
  private final PreparedExperiment plan;
  private final Build build;

  /** Creates a collector. */
  public Provenances(PreparedExperiment plan, Build build) {
    this.plan = plan;
    this.build = build;
  }

  /**
   * Returns the provenance.
   *
   * @param source the original checkpoint
   * @param started when the run began, as ISO 8601
   */
  public Provenance of(Provenance.Source source, String started) {
    NDManager manager = plan.context().manager();
    Engine engine = manager.getEngine();
    return new Provenance(
        build.version(),
        build.gitRevision(),
        "%s (%s)".formatted(System.getProperty("java.version"), System.getProperty("java.vendor")),
        "%s %s (%s)"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        engine.getEngineName() + " " + engine.getVersion(),
        Map.of("djl", Engine.getDjlVersion()),
        manager.getDevice().toString(),
        plan.context().precision().name().toLowerCase(Locale.ROOT),
        JniUtils.getNumThreads(),
        plan.config().general().seed(),
        source,
        plan.pipeline().dataHashes(),
        plugins(),
        List.of(),
        started,
        Instant.now().toString());
  }

  private List<PluginUse> plugins() {
    return plan.program().used().stream()
        .map(
            info ->
                new PluginUse(
                    info.key().contract().getSimpleName(),
                    info.key().name(),
                    info.bundle(),
                    info.version(),
                    info.sha256()))
        .sorted(Comparator.comparing(PluginUse::kind).thenComparing(PluginUse::name))
        .toList();
  }
}
