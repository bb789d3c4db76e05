package dev.lethe.fetch.download;

import dev.lethe.api.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Tells what was begun, and every advance to somebody else. */
final class Watched implements Progress, Progress.Task {
  private final LongConsumer advances;
  private final List<String> begun = new ArrayList<>();

  Watched(LongConsumer advances) {
    this.advances = advances;
  }

  List<String> begun() {
    return begun;
  }

  @Override
  public Task begin(String name, long total) {
    begun.add(name + " " + total);
    return this;
  }

  @Override
  public void advance(long units) {
    advances.accept(units);
  }

  @Override
  public void message(String line) {}

  @Override
  public void note(String text) {}

  @Override
  public void close() {}
}
