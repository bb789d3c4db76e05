package dev.lethe.testkit;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.tensor.TorchEngine;
import org.jspecify.annotations.Nullable;

/** A run for tests: silent. Loads the engine only when memory is asked. */
public final class TestRunContext implements RunContext, AutoCloseable {
  private static final ByteSize PLENTY = new ByteSize(1L << 40);

  private final long seed;
  private final ByteSize maxMemory;
  private final Device device;
  private @Nullable NDManager manager;

  /** Creates a run. */
  public TestRunContext(long seed) {
    this(seed, PLENTY);
  }

  /** Creates a run that may take only so much memory. */
  public TestRunContext(long seed, ByteSize maxMemory) {
    this(seed, maxMemory, TestDevice.chosen());
  }

  /** Creates a run on a device. */
  public TestRunContext(long seed, Device device) {
    this(seed, PLENTY, device);
  }

  private TestRunContext(long seed, ByteSize maxMemory, Device device) {
    this.seed = seed;
    this.maxMemory = maxMemory;
    this.device = device;
  }

  @Override
  public long seed(String purpose) {
    return 31 * seed + purpose.hashCode();
  }

  @Override
  public synchronized NDManager manager() {
    if (manager == null) {
      manager = TorchEngine.open(device);
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
