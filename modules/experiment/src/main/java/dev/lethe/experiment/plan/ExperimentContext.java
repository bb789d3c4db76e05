package dev.lethe.experiment.plan;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.experiment.store.Fingerprint;
import dev.lethe.tensor.Devices;
import dev.lethe.tensor.FreeMemory;
import dev.lethe.tensor.TorchEngine;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the extensions of a run know of it. The engine is started when memory is first wanted. */
public final class ExperimentContext implements RunContext, AutoCloseable {
  private final long seed;
  private final String device;
  private final @Nullable ByteSize maxMemory;
  private final @Nullable Path cache;
  private final AtomicReference<Progress> progress;
  private @Nullable NDManager manager;

  /**
   * Creates a context.
   *
   * @param seed of the run
   * @param device as the configuration says it
   * @param maxMemory what the run may take, or null for what is free
   * @param cache the folder of what runs share, or null where nothing is kept
   */
  public ExperimentContext(
      long seed,
      String device,
      @Nullable ByteSize maxMemory,
      @Nullable Path cache,
      Progress progress) {
    this.seed = seed;
    this.device = device;
    this.maxMemory = maxMemory;
    this.cache = cache;
    this.progress = new AtomicReference<>(progress);
  }

  /** Lets what follows speak to another progress. */
  public void speakTo(Progress other) {
    progress.set(other);
  }

  @Override
  public long seed(String purpose) {
    String hash = new Fingerprint().add(Long.toString(seed)).add(purpose).hex();
    return Long.parseUnsignedLong(hash.substring(0, 16), 16);
  }

  @Override
  public synchronized NDManager manager() {
    if (manager == null) {
      manager = TorchEngine.open(Devices.parse(device));
    }
    return manager;
  }

  @Override
  public ByteSize maxMemory() {
    return maxMemory != null ? maxMemory : FreeMemory.on(manager().getDevice());
  }

  @Override
  public Progress progress() {
    return progress.get();
  }

  @Override
  public Optional<Path> cache() {
    return Optional.ofNullable(cache);
  }

  @Override
  public synchronized void close() {
    if (manager != null) {
      manager.close();
      manager = null;
    }
  }
}
