package dev.lethe.api;

/** Says nothing; notices an interrupt. */
enum SilentProgress implements Progress, Progress.Task {
  INSTANCE;

  @Override
  public Task begin(String name, long total) {
    return this;
  }

  @Override
  public void message(String line) {}

  @Override
  public void advance(long units) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException();
    }
  }

  @Override
  public void note(String text) {}

  @Override
  public void close() {}
}
