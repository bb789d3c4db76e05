package dev.lethe.demo;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.tensor.FreeMemory;

/** What the factory of the demo's model may know. */
record DemoContext(long seed, NDManager manager, Progress progress) implements RunContext {

  @Override
  public long seed(String purpose) {
    return seed * 31 + purpose.hashCode();
  }

  @Override
  public ByteSize maxMemory() {
    return FreeMemory.on(manager.getDevice());
  }
}
