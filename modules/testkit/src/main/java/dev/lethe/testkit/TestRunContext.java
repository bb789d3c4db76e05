package dev.lethe.testkit;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.tensor.TorchEngine;
import org.jspecify.annotations.Nullable;

/** A run for tests: silent, on the processor. Loads the engine only when memory is asked. */
public final class TestRunContext implements RunContext, AutoCloseable {
  private final long seed;
  private @Nullable NDManager manager;

  /** Creates a run. */
  public TestRunContext(long seed) {
    this.seed = seed;
  }

  @Override
  public long seed(String purpose) {
    return 31 * seed + purpose.hashCode();
  }

  @Override
  public synchronized NDManager manager() {
    if (manager == null) {
      manager = TorchEngine.open(Device.cpu());
    }
    return manager;
  }

  @Override
  public Progress progress() {
    return Progress.silent();
  }

  /** Frees the run's native memory. */
  @Override
  public synchronized void close() {
    if (manager != null) {
      manager.close();
      manager = null;
    }
  }
}
