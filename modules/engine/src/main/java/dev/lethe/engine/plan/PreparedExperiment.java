package dev.lethe.engine.plan;

import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.extension.ExperimentContext;
import dev.lethe.engine.extension.Program;
import dev.lethe.engine.recipe.Pipeline;
import dev.lethe.engine.redact.KeyStore;
import dev.lethe.engine.redact.RedactionKey;
import dev.lethe.engine.store.RunLayout;
import java.nio.file.Path;

/**
 * A plan and all it needs to be run.
 *
 * @param config the effective configuration
 * @param pipeline what is run
 * @param layout where the run is
 * @param redact whether names are replaced in what is written
 * @param keys where what brings names back is kept
 * @param context of the run
 * @param extensions of the run
 * @param program the code that computes
 */
public record PreparedExperiment(
    Config config,
    Pipeline pipeline,
    RunLayout layout,
    boolean redact,
    KeyStore keys,
    ExperimentContext context,
    RunExtensions extensions,
    Program program)
    implements AutoCloseable {

  /** Returns the key of a redacted run, which is given one if it has none yet. */
  public RedactionKey key() {
    return new RedactionKey(keys.open(layout.directory()));
  }

  /** Returns the folder of the embeddings: other runs do not see whose a redacted run has made. */
  public Path embeddings() {
    return (redact ? key().work() : layout.cache()).resolve("embeddings");
  }

  @Override
  public void close() {
    extensions.close();
    context.close();
  }
}
