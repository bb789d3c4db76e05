package dev.lethe.testkit;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.tensor.TorchEngine;
import org.jspecify.annotations.Nullable;

/** A run for tests: silent, on the processor. Loads the engine only when memory is asked. */
public final class TestRunContext implements RunContext, AutoCloseable {
  private static final ByteSize PLENTY = new ByteSize(1L << 40);

  private final long seed;
  private final ByteSize maxMemory;
  private @Nullable NDManager manager;

  /** Creates a run. */
  public TestRunContext(long seed) {
    this(seed, PLENTY);
  }

  /** Creates a run that may take only so much memory. */
  public TestRunContext(long seed, ByteSize maxMemory) {
    this.seed = seed;
    this.maxMemory = maxMemory;
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
  public ByteSize maxMemory() {
    return maxMemory;
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
