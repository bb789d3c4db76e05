package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was run, with what, so that it can be run again. */
final class ProvenanceSection {
  private static final String HASHES = "key-values hashes";

  private ProvenanceSection() {}

  static Section of(Report report) {
    var provenance = report.provenance();
    var run = new LinkedHashMap<String, String>();
    run.put("seed", provenance.shownSeed());
    run.put("started", provenance.started());
    run.put("finished", provenance.finished());
    run.put("device", provenance.device() + ", " + provenance.threads() + " threads");
    run.put("precision", provenance.precision());
    run.put("Lethe", provenance.lethe() + ", revision " + provenance.gitRevision());
    run.put("Java", provenance.java());
    run.put("system", provenance.os());
    run.put("engine", provenance.engine());
    run.putAll(provenance.libraries());

    var hashes = new LinkedHashMap<String, String>();
    var model = provenance.model();
    hashes.put(
        "original model (" + model.format() + ")", model.path() + "  " + known(model.sha256()));
    report
        .artifacts()
        .forEach(
            artifact ->
                hashes.put(artifact.name(), artifact.path() + "  " + known(artifact.sha256())));
    hashes.putAll(provenance.data());

    var plugins = new LinkedHashMap<String, String>();
    provenance
        .plugins()
        .forEach(
            plugin ->
                plugins.put(
                    plugin.kind() + " " + plugin.name(),
                    plugin.bundle() + " " + plugin.version() + "  " + plugin.sha256()));

    var content = new ArrayList<Element>();
    content.add(KeyValues.table("The run", run));
    content.add(
        KeyValues.table("Models and data, with their SHA-256", hashes).with("class", HASHES));
    if (!plugins.isEmpty()) {
      content.add(
          KeyValues.table("Plugins, with the SHA-256 of their jars", plugins)
              .with("class", HASHES));
    }
    content.add(
        element("details")
            .add(
                element("summary", "The settings that took effect"),
                KeyValues.table(
                    "By the key that sets them on the command line; what is not listed had its"
                        + " default",
                    KeyValues.flat(report.config()))));
    return new Section("provenance", "Provenance", "What was done, with what", content);
  }

  private static String known(@Nullable String sha256) {
    return Objects.requireNonNullElse(sha256, "(hash unknown)");
  }
}
