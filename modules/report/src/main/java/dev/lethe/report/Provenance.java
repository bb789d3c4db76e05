package dev.lethe.report;

import dev.lethe.api.metric.MetricValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What made a report, from what, and when.
 *
 * @param lethe the version of Lethe
 * @param gitRevision the commit Lethe was built from
 * @param java the version and vendor of the virtual machine
 * @param os name, version and architecture of the system
 * @param engine name and version of the tensor engine
 * @param libraries versions of what computes, by name
 * @param device where tensors lived
 * @param precision how exactly the models computed
 * @param threads that computed
 * @param seed of the run, or null in a redacted report: by it people are drawn
 * @param model the original checkpoint
 * @param data SHA-256 of each data set, by the place in the configuration that names it
 * @param plugins what was used, with the hashes of the jars
 * @param costs what it took on that machine, which is never twice the same
 * @param started when the run began, as ISO 8601 in UTC
 * @param finished when it ended, as ISO 8601 in UTC
 */
public record Provenance(
    String lethe,
    String gitRevision,
    String java,
    String os,
    String engine,
    Map<String, String> libraries,
    String device,
    String precision,
    int threads,
    @Nullable Long seed,
    Source model,
    Map<String, String> data,
    List<PluginUse> plugins,
    @Nullable List<MetricValue> costs,
    String started,
    String finished) {

  /** Copies the collections, keeping their order. */
  public Provenance {
    libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    plugins = List.copyOf(plugins);
    costs = costs == null ? List.of() : List.copyOf(costs); // older reports have none
  }

  /** Returns the same without paths and without what follows from the people. */
  public Provenance redacted() {
    return new Provenance(
        lethe,
        gitRevision,
        java,
        os,
        engine,
        libraries,
        device,
        precision,
        threads,
        null,
        new Source(Report.WITHHELD, model.format(), model.sha256()),
        Map.of(),
        plugins,
        costs,
        started,
        finished);
  }

  /** Returns what it took. */
  @Override
  public List<MetricValue> costs() {
    return Objects.requireNonNull(costs);
  }

  /** Returns the same of something that took as much. */
  public Provenance costing(List<MetricValue> taken) {
    return new Provenance(
        lethe,
        gitRevision,
        java,
        os,
        engine,
        libraries,
        device,
        precision,
        threads,
        seed,
        model,
        data,
        plugins,
        taken,
        started,
        finished);
  }

  /** Returns the seed as a reader sees it. */
  public String shownSeed() {
    return seed == null ? Report.WITHHELD : seed.toString();
  }

  /**
   * The checkpoint that was read.
   *
   * @param path as the configuration names it
   * @param format the loader that read it
   * @param sha256 of the file that holds its weights, in hexadecimal, or null if unknown
   */
  public record Source(String path, String format, @Nullable String sha256) {}

  /**
   * An extension that was used.
   *
   * @param kind its contract, such as {@code PrivacyAttack}
   * @param name its name
   * @param bundle the bundle it came from
   * @param version the version of that bundle
   * @param sha256 of that bundle's jar, in hexadecimal
   */
  public record PluginUse(String kind, String name, String bundle, String version, String sha256) {}
}
