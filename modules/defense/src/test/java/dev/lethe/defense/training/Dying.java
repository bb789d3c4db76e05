package dev.lethe.defense.training;

import dev.lethe.api.Progress;

/** A progress that ends the work after some units, and notes with how many it began. */
public class Dying implements Progress, Progress.Task {
  public long first = -1;
  private final long last;
  private long done;

  public Dying(long last) {
    this.last = last;
  }

  @Override
  public Task begin(String name, long total) {
    return this;
  }

  @Override
  public void message(String line) {}

  @Override
  public void advance(long units) {
    if (first < 0) {
      first = units;
    }
    done += units;
    if (done >= last) {
      throw new IllegalStateException("killed");
    }
  }

  @Override
  public void note(String text) {}

  @Override
  public void close() {}
}
