package dev.lethe.tensor.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.tensor.Autograd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gradient, update, note, save: the loop of every training. */
public final class TrainingLoop {
  private final TrainingPlan plan;
  private final ParameterSet trained;
  private final Progress progress;

  /**
   * Prepares a training.
   *
   * @param trained the tensors to change, in place; each is made to require a gradient
   */
  public TrainingLoop(TrainingPlan plan, ParameterSet trained, Progress progress) {
    this.plan = plan;
    this.trained = trained;
    this.progress = progress;
  }

  /**
   * Trains, from the saved state where there is one of the same training, else from the start.
   *
   * @param parent the parent of this training's memory
   * @return every step, those before the state was saved included
   * @throws LetheException if a loss is not a finite number, or the state cannot be written
   * @throws CancelledException if the user asked to stop
   */
  public TrainingHistory run(NDManager parent, TrainingStep step) {
    try (NDManager memory = parent.newSubManager()) {
      trained.forEach(parameter -> parameter.value().setRequiresGradient(true));
      Autograd.makeGradients(memory, trained.arrays());
      AdamW optimizer = new AdamW(memory, trained.arrays(), plan.weightDecay());
      TrainingState state = new TrainingState(plan, trained, optimizer);
      List<TrainingHistory.Step> history = new ArrayList<>(state.restore(memory, progress));
      if (history.size() < plan.steps()) {
        rehearse(memory, step);
      }
      try (Progress.Task task = progress.begin(plan.name(), plan.steps())) {
        task.advance(history.size());
        while (history.size() < plan.steps()) {
          history.add(step(memory, step, optimizer, history.size()));
          task.note(note(history));
          state.save(history);
          task.advance(1);
        }
      }
      return new TrainingHistory(history);
    }
  }

  private void rehearse(NDManager memory, TrainingStep step) {
    try (NDManager scope = memory.newSubManager()) {
      step.rehearse(scope);
    }
    Autograd.zeroGradients(trained.arrays());
  }

  private TrainingHistory.Step step(
      NDManager memory, TrainingStep step, AdamW optimizer, int number) {
    long start = System.nanoTime();
    double rate = plan.learningRate().at(number);
    try (NDManager scope = memory.newSubManager()) {
      Map<String, Double> losses = step.backward(scope, number);
      List<NDArray> parameters = trained.arrays();
      NDList gradients = Autograd.gradients(scope, parameters);
      losses = step.adjust(scope, gradients, losses);
      requireFinite(losses, number, rate);
      optimizer.update(scope, gradients, rate);
      return new TrainingHistory.Step(losses, rate, (System.nanoTime() - start) / 1e9);
    }
  }

  private void requireFinite(Map<String, Double> losses, int number, double rate) {
    for (Map.Entry<String, Double> loss : losses.entrySet()) {
      if (!Double.isFinite(loss.getValue())) {
        String remedy =
            number == 0
                ? "nothing was learned yet, so look at the model and at the weights of the losses"
                : "try a learning rate lower than " + rate;
        throw new LetheException(
            "%s: the loss '%s' became %s in step %d of %d; %s"
                .formatted(
                    plan.name(), loss.getKey(), loss.getValue(), number + 1, plan.steps(), remedy));
      }
    }
  }

  private static String note(List<TrainingHistory.Step> history) {
    double total = history.get(history.size() - 1).losses().get(TrainingStep.TOTAL);
    return String.format(Locale.ROOT, "loss %.4f", total);
  }
}
