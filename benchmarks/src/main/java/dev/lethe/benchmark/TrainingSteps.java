package dev.lethe.benchmark;

import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.model.VisionLanguageModel;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A real training, step by step: it waits for a turn before each. */
final class TrainingSteps implements Job {
  private final Function<Arguments, MeasuredDefense> defenses;

  TrainingSteps(Function<Arguments, MeasuredDefense> defenses) {
    this.defenses = defenses;
  }

  @Override
  public Map<String, Object> run(Arguments arguments, Lethe lethe, Turns turns) {
    MeasuredDefense defense = defenses.apply(arguments);
    Gate gate = new Gate(lethe, turns, defense.steps());
    try (VisionLanguageModel teacher = lethe.model(arguments.path("model"))) {
      Defended defended =
          defense.defend(lethe, teacher, new StepListener(gate::open, gate::stepDone));
      defended.model().close();
      List<Map<String, Double>> losses =
          defended.history().steps().stream().map(TrainingHistory.Step::losses).toList();
      return Map.of("losses", losses);
    }
  }

  /** Lets one step through for each turn, and measures it from outside. */
  private static final class Gate {
    private final Lethe lethe;
    private final Turns turns;
    private int left;
    private Stopwatch watch = Stopwatch.start();

    Gate(Lethe lethe, Turns turns, int steps) {
      this.lethe = lethe;
      this.turns = turns;
      left = steps;
    }

    void open() {
      turns.ready();
      nextTurn();
    }

    void stepDone() {
      lethe.settle();
      turns.answer(watch.stop(Map.of()));
      left--;
      if (left > 0) {
        nextTurn();
      }
    }

    private void nextTurn() {
      turns.await();
      watch = Stopwatch.start();
    }
  }
}
