package dev.lethe.benchmark;

import dev.lethe.api.Progress;
import java.util.ArrayList;
import java.util.List;

/** The tokens of every text that a student read, step by step. */
final class Recording {
  private final List<List<int[]>> steps = new ArrayList<>();
  private List<int[]> step = new ArrayList<>();

  void read(List<int[]> texts) {
    step.addAll(texts);
  }

  /** Returns what a training has to report to, so that its steps are told apart. */
  Progress listener() {
    return new StepListener(this::begin, this::stepDone);
  }

  /** Forgets what was read to prepare. */
  private void begin() {
    step = new ArrayList<>();
  }

  private void stepDone() {
    steps.add(List.copyOf(step));
    step = new ArrayList<>();
  }

  List<List<int[]>> steps() {
    return List.copyOf(steps);
  }
}
