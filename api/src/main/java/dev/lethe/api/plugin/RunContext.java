package dev.lethe.api.plugin;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.settings.ByteSize;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The run that an injected object belongs to. */
@ProviderType
public interface RunContext {

  /** Returns a seed for one purpose, derived from the run's: equal for equal purposes. */
  long seed(String purpose);

  /** Returns the root of the run's native memory, on the run's device; closed when the run ends. */
  NDManager manager();

  /**
   * Returns the most memory that the run may take on its device, with its models and the engine
   * itself. Whatever works through something in chunks makes them small enough for it.
   */
  ByteSize maxMemory();

  /**
   * Returns the bound of memory that somebody has set for the processor's work; empty where nobody
   * has. To ask for {@link #maxMemory} may start the engine, to ask for this never does.
   */
  default Optional<ByteSize> givenMemory() {
    return Optional.empty();
  }

  /** Returns where to say how far the run is. */
  Progress progress();

  /**
   * Returns a folder for what takes long to find out and can be found out again, or empty where
   * nothing is kept. Runs, and processes, share it; it may not exist yet, and what lies there may
   * be damaged or gone.
   */
  default Optional<Path> cache() {
    return Optional.empty();
  }
}
