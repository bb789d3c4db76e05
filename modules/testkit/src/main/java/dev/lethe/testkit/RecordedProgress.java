package dev.lethe.testkit;

import dev.lethe.api.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A progress that remembers by how much each piece of work advanced, and what was said. */
public final class RecordedProgress implements Progress {
  private final Map<String, List<Long>> advances = new HashMap<>();
  private final List<String> messages = new ArrayList<>();

  /** Begins to remember. */
  public RecordedProgress() {}

  /** Returns the steps of all work of a name, in order. */
  public List<Long> advances(String name) {
    return List.copyOf(advances.getOrDefault(name, List.of()));
  }

  @Override
  public Task begin(String name, long total) {
    List<Long> steps = advances.computeIfAbsent(name, key -> new ArrayList<>());
    return new Task() {
      @Override
      public void advance(long units) {
        steps.add(units);
      }

      @Override
      public void note(String text) {}

      @Override
      public void close() {}
    };
  }

  /** Returns what was said, in order. */
  public List<String> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void message(String line) {
    messages.add(line);
  }
}
