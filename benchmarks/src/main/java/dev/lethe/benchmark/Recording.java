package dev.lethe.benchmark;

import java.util.ArrayList;
import java.util.List;

/** The tokens of every text that a student read, step by step. */
final class Recording {
  private final List<List<int[]>> steps = new ArrayList<>();
  private List<int[]> step = new ArrayList<>();

  void read(List<int[]> texts) {
    step.addAll(texts);
  }

  /** Forgets what was read to prepare. */
  void begin() {
    step = new ArrayList<>();
  }

  void stepDone() {
    steps.add(List.copyOf(step));
    step = new ArrayList<>();
  }

  List<List<int[]>> steps() {
    return List.copyOf(steps);
  }
}
