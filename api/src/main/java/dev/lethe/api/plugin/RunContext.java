package dev.lethe.api.plugin;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import org.osgi.annotation.versioning.ProviderType;

/** The run that an injected object belongs to. */
@ProviderType
public interface RunContext {

  /** Returns a seed for one purpose, derived from the run's: equal for equal purposes. */
  long seed(String purpose);

  /** Returns the root of the run's native memory, on the run's device; closed when the run ends. */
  NDManager manager();

  /** Returns where to say how far the run is. */
  Progress progress();
}
