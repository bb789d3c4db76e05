package dev.lethe.tensor.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.Adapted;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.TorchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLoopTest {
  private final NDManager manager = TorchEngine.open(Device.cpu());
  @TempDir Path folder;

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void theLossFalls() {
    Line line = new Line(manager);
    TrainingHistory history = train(line, plan(60, null));
    assertThat(history.steps()).hasSize(60);
    assertThat(total(history, 59)).isLessThan(total(history, 0) / 2);
  }

  @Test
  void theGradientHookChangesWhatTheUpdateSees() {
    Line line = new Line(manager);
    float[] before = line.b.toFloatArray();
    TrainingStep frozen =
        new TrainingStep() {
          @Override
          public Map<String, Double> backward(NDManager scope, int step) {
            return line.backward(scope, step);
          }

          @Override
          public Map<String, Double> adjust(
              NDManager scope, NDList gradients, Map<String, Double> losses) {
            gradients.get(1).muli(scope.zeros(line.b.getShape()));
            return Map.of(TOTAL, losses.get(TOTAL), "frozen", 1.0);
          }
        };
    TrainingHistory history =
        new TrainingLoop(plan(3, null), line.parameters(), Progress.silent()).run(manager, frozen);
    assertThat(line.b.toFloatArray()).containsExactly(before);
    assertThat(history.steps().get(2).losses()).containsKeys(TrainingStep.TOTAL, "frozen");
  }

  @Test
  void aRehearsalComesFirstAndLeavesNothing() {
    Line line = new Line(manager);
    TrainingHistory expected = train(line, plan(3, null));
    Rehearsed rehearsed = new Rehearsed(new Line(manager), new ArrayList<>());
    TrainingHistory history =
        new TrainingLoop(plan(3, null), rehearsed.line.parameters(), Progress.silent())
            .run(manager, rehearsed);
    assertThat(rehearsed.calls).containsExactly("rehearsal", "step 0", "step 1", "step 2");
    assertThat(losses(history)).isEqualTo(losses(expected));
    assertThat(rehearsed.line.a.toByteBuffer()).isEqualTo(line.a.toByteBuffer());
  }

  @Test
  void aFinishedTrainingIsNotRehearsed() {
    train(new Line(manager), plan(10, state("seed 1")));
    Rehearsed rehearsed = new Rehearsed(new Line(manager), new ArrayList<>());
    new TrainingLoop(plan(10, state("seed 1")), rehearsed.line.parameters(), Progress.silent())
        .run(manager, rehearsed);
    assertThat(rehearsed.calls).isEmpty();
  }

  @Test
  void aKilledTrainingEndsInTheSameBitsAsOneThatRanThrough() {
    Line whole = new Line(manager);
    TrainingHistory expected = train(whole, plan(20, null));

    TrainingPlan plan = plan(20, state("seed 1"));
    Line killed = new Line(manager);
    TrainingStep dies =
        (scope, step) -> {
          if (step == 13) {
            throw new IllegalStateException("killed");
          }
          return killed.backward(scope, step);
        };
    assertThatThrownBy(
            () -> new TrainingLoop(plan, killed.parameters(), Progress.silent()).run(manager, dies))
        .hasMessage("killed");

    Line resumed = new Line(manager);
    List<Integer> computed = new ArrayList<>();
    TrainingStep counts =
        (scope, step) -> {
          computed.add(step);
          return resumed.backward(scope, step);
        };
    TrainingHistory history =
        new TrainingLoop(plan, resumed.parameters(), Progress.silent()).run(manager, counts);

    assertThat(computed.get(0)).isEqualTo(10);
    assertThat(resumed.a.toByteBuffer()).isEqualTo(whole.a.toByteBuffer());
    assertThat(resumed.b.toByteBuffer()).isEqualTo(whole.b.toByteBuffer());
    assertThat(losses(history)).isEqualTo(losses(expected));
  }

  @Test
  void aKilledTrainingOfAnAdaptationGoesOnWithItsOwnParametersAndTheSameBits() throws IOException {
    Line whole = new Line(manager);
    Shifted expected = new Shifted(manager, whole);
    new TrainingLoop(plan(20, null), expected, Progress.silent()).run(manager, whole);

    TrainingPlan plan = plan(20, state("seed 1"));
    Line killed = new Line(manager);
    TrainingStep dies =
        (scope, step) -> {
          if (step == 13) {
            throw new IllegalStateException("killed");
          }
          return killed.backward(scope, step);
        };
    Shifted first = new Shifted(manager, killed);
    assertThatThrownBy(() -> new TrainingLoop(plan, first, Progress.silent()).run(manager, dies))
        .hasMessage("killed");
    assertThat(Files.size(folder.resolve("state")))
        .as("three tensors of four values, and not those of twelve")
        .isLessThan(1500);

    Line resumed = new Line(manager);
    Shifted second = new Shifted(manager, resumed);
    new TrainingLoop(plan, second, Progress.silent()).run(manager, resumed);
    assertThat(second.shift.toByteBuffer()).isEqualTo(expected.shift.toByteBuffer());
    assertThat(resumed.b.toByteBuffer()).isEqualTo(whole.b.toByteBuffer());
    assertThat(resumed.a.toByteBuffer())
        .as("what does not follow from it stays")
        .isEqualTo(new Line(manager).a.toByteBuffer());
  }

  @Test
  void aTrainingIsPreparedOnceWithTheWeightsItStartsFromAlsoWhereItGoesOn() {
    train(new Line(manager), plan(10, state("seed 1")));
    Line line = new Line(manager);
    List<float[]> seen = new ArrayList<>();
    TrainingStep prepared =
        new TrainingStep() {
          @Override
          public void prepare(NDManager memory) {
            seen.add(line.a.toFloatArray());
            line.backward(memory, 3);
          }

          @Override
          public Map<String, Double> backward(NDManager scope, int step) {
            return line.backward(scope, step);
          }
        };
    new TrainingLoop(plan(10, state("seed 1")), line.parameters(), Progress.silent())
        .run(manager, prepared);
    assertThat(seen).containsExactly(new Line(manager).a.toFloatArray());
    assertThat(Autograd.gradients(manager, List.of(line.a)).get(0).sum().getFloat()).isZero();
  }

  @Test
  void theStateOfAnotherTrainingIsNotTaken() {
    train(new Line(manager), plan(10, state("seed 1")));
    Line line = new Line(manager);
    assertThat(firstStep(line, plan(10, state("seed 2")))).isZero();
  }

  @Test
  void theStateOfOtherStartingValuesIsNotTaken() {
    train(new Line(manager), plan(10, state("seed 1")));
    Line line = new Line(manager);
    line.b.set(new float[] {1, 2, 3, 4});
    assertThat(firstStep(line, plan(10, state("seed 1")))).isZero();
  }

  @Test
  void aStateThatCannotBeReadIsNotTaken() throws IOException {
    train(new Line(manager), plan(10, state("seed 1")));
    byte[] bytes = Files.readAllBytes(folder.resolve("state"));
    Files.write(folder.resolve("state"), Arrays.copyOf(bytes, bytes.length - 7));
    assertThat(firstStep(new Line(manager), plan(10, state("seed 1")))).isZero();
  }

  @Test
  void aStateOfWhichASingleBitFlippedIsNotUsed() throws IOException {
    train(new Line(manager), plan(10, state("seed 1")));
    byte[] whole = Files.readAllBytes(folder.resolve("state"));
    for (int place = 0; place < whole.length; place += 13) {
      byte[] flipped = whole.clone();
      flipped[place] ^= 1;
      Files.write(folder.resolve("state"), flipped);
      assertThat(firstStep(new Line(manager), plan(10, state("seed 1"))))
          .as("byte %d of %d", place, whole.length)
          .isZero();
    }
  }

  @Test
  void aFinishedTrainingIsNotRunAgain() {
    TrainingHistory first = train(new Line(manager), plan(10, state("seed 1")));
    Line line = new Line(manager);
    assertThat(train(line, plan(10, state("seed 1")))).isEqualTo(first);
  }

  @Test
  void noUnfinishedFileStays() throws IOException {
    train(new Line(manager), plan(10, state("seed 1")));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("state"));
    }
  }

  @Test
  void aStateThatCannotBeWrittenIsAClearError() {
    TrainingPlan plan =
        plan(10, new TrainingPlan.State(folder.resolve("nowhere/state"), 5, "seed 1"));
    assertThatThrownBy(() -> train(new Line(manager), plan))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("cannot save the state of training to")
        .hasMessageContaining("nowhere");
  }

  @Test
  void aLossThatIsNotFiniteNamesTheStepAndAsksForALowerRate() {
    assertThatThrownBy(() -> explodeIn(3))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "learning: the loss 'total' became NaN in step 4 of 10; try a learning rate lower than"
                + " 0.05");
  }

  @Test
  void aLossThatWasNeverFiniteIsNotBlamedOnTheRate() {
    assertThatThrownBy(() -> explodeIn(0))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "learning: the loss 'total' became NaN in step 1 of 10; nothing was learned yet, so"
                + " look at the model and at the weights of the losses");
  }

  private void explodeIn(int number) {
    Line line = new Line(manager);
    TrainingStep explodes =
        (scope, step) -> {
          line.backward(scope, step);
          return Map.of(TrainingStep.TOTAL, step == number ? Double.NaN : 1);
        };
    new TrainingLoop(plan(10, null), line.parameters(), Progress.silent()).run(manager, explodes);
  }

  @Test
  void anInterruptStopsAfterTheStep() {
    Line line = new Line(manager);
    TrainingStep interrupts =
        (scope, step) -> {
          Thread.currentThread().interrupt();
          return line.backward(scope, step);
        };
    try {
      assertThatThrownBy(
              () ->
                  new TrainingLoop(plan(10, state("seed 1")), line.parameters(), Progress.silent())
                      .run(manager, interrupts))
          .isInstanceOf(CancelledException.class);
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void nativeMemoryStaysFlat() {
    Line line = new Line(manager);
    List<Integer> arrays = new ArrayList<>();
    TrainingStep counts =
        (scope, step) -> {
          arrays.add(manager.getManagedArrays().size());
          return line.backward(scope, step);
        };
    new TrainingLoop(plan(12, null), line.parameters(), Progress.silent()).run(manager, counts);
    assertThat(arrays.subList(1, 12)).containsOnly(arrays.get(1));
  }

  private TrainingHistory train(Line line, TrainingPlan plan) {
    return new TrainingLoop(plan, line.parameters(), Progress.silent()).run(manager, line);
  }

  private int firstStep(Line line, TrainingPlan plan) {
    List<Integer> steps = new ArrayList<>();
    new TrainingLoop(plan, line.parameters(), Progress.silent())
        .run(
            manager,
            (scope, step) -> {
              steps.add(step);
              return line.backward(scope, step);
            });
    return steps.get(0);
  }

  private TrainingPlan.State state(String fingerprint) {
    return new TrainingPlan.State(folder.resolve("state"), 5, fingerprint);
  }

  private static TrainingPlan plan(int steps, TrainingPlan.@Nullable State state) {
    return new TrainingPlan("learning", steps, LearningRate.constant(.05), 0, state);
  }

  private static double total(TrainingHistory history, int step) {
    return history.steps().get(step).losses().get(TrainingStep.TOTAL);
  }

  private static List<Map<String, Double>> losses(TrainingHistory history) {
    return history.steps().stream().map(TrainingHistory.Step::losses).toList();
  }

  /** Trains a shift of b, twice of which is added to it: b = b0 + 2 shift. */
  private static final class Shifted implements Adapted {
    private final NDArray shift;
    private final NDArray start;
    private final ParameterSet effective;

    Shifted(NDManager manager, Line line) {
      start = line.b.duplicate();
      shift = manager.zeros(line.b.getShape());
      effective = line.parameters().where(info -> info.name().equals("b"));
    }

    @Override
    public ParameterSet effective() {
      return effective;
    }

    @Override
    public ParameterSet trained() {
      ParameterInfo info =
          new ParameterInfo("shift", Component.TEXT, -1, ParameterRole.PROJECTION, 1);
      return new ParameterSet(List.of(new Parameter(info, shift)));
    }

    @Override
    public void compose(NDManager scope) {
      Autograd.withoutGradients(
          () -> {
            start.add(shift).add(shift).copyTo(effective.get("b"));
            return null;
          });
    }

    @Override
    public List<NDArray> pull(NDManager scope, List<NDArray> gradients) {
      return List.of(gradients.get(0).add(gradients.get(0)));
    }
  }

  private record Rehearsed(Line line, List<String> calls) implements TrainingStep {
    @Override
    public void rehearse(NDManager scope) {
      calls.add("rehearsal");
      line.backward(scope, 7);
    }

    @Override
    public Map<String, Double> backward(NDManager scope, int step) {
      calls.add("step " + step);
      return line.backward(scope, step);
    }
  }
}
