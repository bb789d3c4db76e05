package dev.lethe.engine.extension;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.Precision;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.io.hash.Fingerprint;
import dev.lethe.tensor.Devices;
import dev.lethe.tensor.FreeMemory;
import dev.lethe.tensor.TorchEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the extensions of a run know of it. The engine is started when memory is first wanted. */
public final class ExperimentContext implements RunContext, AutoCloseable {
  private final GeneralSettings settings;
  private final @Nullable Path cache;
  private final Progress progress;
  private @Nullable NDManager manager;
  private @Nullable ByteSize free;

  /**
   * Creates a context.
   *
   * @param cache the folder of what runs share, or null where nothing is kept
   */
  public ExperimentContext(GeneralSettings settings, @Nullable Path cache, Progress progress) {
    this.settings = settings;
    this.cache = cache;
    this.progress = progress;
  }

  /**
   * Looks whether the device that the configuration names can be used, before anything is read.
   *
   * @throws UsageException if it cannot
   */
  public void requireDevice() {
    boolean onAnyMachine = List.of("auto", "cpu").contains(settings.device());
    if (!onAnyMachine || settings.precision() != Precision.FP32) {
      manager();
    }
  }

  /** Returns how exactly the run's models compute. */
  public Precision precision() {
    return settings.precision();
  }

  @Override
  public long seed(String purpose) {
    String hash = new Fingerprint().add(Long.toString(settings.seed())).add(purpose).hex();
    return Long.parseUnsignedLong(hash.substring(0, 16), 16);
  }

  @Override
  public synchronized NDManager manager() {
    if (manager == null) {
      Device chosen = Devices.parse(settings.device());
      Devices.requirePrecision(chosen, settings.precision());
      manager = TorchEngine.open(chosen);
    }
    return manager;
  }

  /** What is free is found out once, so that the run's own models are not counted twice. */
  @Override
  public synchronized ByteSize maxMemory() {
    ByteSize most = settings.maxMemory();
    if (most != null) {
      return most;
    }
    if (free == null) {
      free = FreeMemory.on(manager().getDevice());
    }
    return free;
  }

  @Override
  public Optional<ByteSize> givenMemory() {
    return settings.device().startsWith("cuda")
        ? Optional.empty()
        : Optional.ofNullable(settings.maxMemory());
  }

  @Override
  public Progress progress() {
    return progress;
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
