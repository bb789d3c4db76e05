package dev.lethe.tensor.train;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.Adapted;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.tensor.Autograd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gradient, update, weights, note, save: the loop of every training. */
public final class TrainingLoop {
  private final TrainingPlan plan;
  private final Adapted weights;
  private final Progress progress;

  /**
   * Prepares a training.
   *
   * @param weights their arrays are changed in place; each is made to require a gradient
   */
  public TrainingLoop(TrainingPlan plan, Adapted weights, Progress progress) {
    this.plan = plan;
    this.weights = weights;
    this.progress = progress;
  }

  /**
   * Prepares a training of weights as they are.
   *
   * @param trained the tensors to change, in place; each is made to require a gradient
   */
  public TrainingLoop(TrainingPlan plan, ParameterSet trained, Progress progress) {
    this(plan, Adapted.full(trained), progress);
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
      weights.effective().forEach(weight -> weight.value().setRequiresGradient(true));
      Autograd.makeGradients(memory, weights.effective().arrays());
      step.prepare(memory);
      zeroGradients();
      AdamW optimizer = new AdamW(memory, weights.trained().arrays(), plan.weightDecay());
      TrainingState state = new TrainingState(plan, weights, optimizer);
      List<TrainingHistory.Step> history = new ArrayList<>(state.restore(memory, progress));
      compose(memory);
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
    zeroGradients();
  }

  private void compose(NDManager memory) {
    try (NDManager scope = memory.newSubManager()) {
      weights.compose(scope);
    }
  }

  private void zeroGradients() {
    Autograd.zeroGradients(weights.effective().arrays());
  }

  private TrainingHistory.Step step(
      NDManager memory, TrainingStep step, AdamW optimizer, int number) {
    long start = System.nanoTime();
    double rate = plan.learningRate().at(number);
    try (NDManager scope = memory.newSubManager()) {
      Map<String, Double> losses = step.backward(scope, number);
      NDList gradients = Autograd.gradients(scope, weights.effective().arrays());
      losses = step.adjust(scope, gradients, losses);
      requireFinite(losses, number, rate);
      optimizer.update(scope, weights.pull(scope, gradients), rate);
      weights.compose(scope);
      zeroGradients();
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
