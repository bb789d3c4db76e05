package dev.lethe.benchmark;

import dev.lethe.api.Progress;

/** Is told when a training begins and when a step of it is done; the training waits meanwhile. */
record StepListener(Runnable begins, Runnable stepDone) implements Progress {
  private static final String TRAINING = "forgetting";

  @Override
  public Task begin(String name, long total) {
    if (!name.equals(TRAINING)) {
      return Progress.silent().begin(name, total);
    }
    begins.run();
    return new Steps();
  }

  @Override
  public void message(String line) {
    System.err.println(line);
  }

  private final class Steps implements Task {
    @Override
    public void advance(long units) {
      for (long unit = 0; unit < units; unit++) {
        stepDone.run();
      }
    }

    @Override
    public void note(String text) {}

    @Override
    public void close() {}
  }
}
