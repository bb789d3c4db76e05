package dev.lethe.shell.command;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.tensor.FreeMemory;
import dev.lethe.tensor.TorchEngine;

/** A run that only looks: it computes nothing, so it lives on the CPU and needs no seed. */
final class InspectionContext implements RunContext, AutoCloseable {
  private final NDManager manager = TorchEngine.open(Device.cpu());

  @Override
  public long seed(String purpose) {
    return 0;
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public ByteSize maxMemory() {
    return FreeMemory.on(Device.cpu());
  }

  @Override
  public Progress progress() {
    return Progress.silent();
  }

  @Override
  public void close() {
    manager.close();
  }
}
