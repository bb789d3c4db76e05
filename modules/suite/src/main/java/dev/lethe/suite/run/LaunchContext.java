package dev.lethe.suite.run;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.settings.ByteSize;

/** What starts trials, and what is told of them, computes nothing itself. */
public final class LaunchContext implements RunContext {

  /** Creates a context. */
  public LaunchContext() {}

  @Override
  public long seed(String purpose) {
    return 0;
  }

  @Override
  public NDManager manager() {
    throw new IllegalStateException("what starts or follows trials computes nothing");
  }

  @Override
  public ByteSize maxMemory() {
    return new ByteSize(0);
  }

  @Override
  public Progress progress() {
    return Progress.silent();
  }
}
