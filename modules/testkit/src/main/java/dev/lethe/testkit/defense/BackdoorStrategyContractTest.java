package dev.lethe.testkit.defense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.defense.Trigger;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.Weights;
import dev.lethe.testkit.WithoutTower;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link BackdoorStrategy} that trains one tower must do. */
public abstract class BackdoorStrategyContractTest {
  private static final ForgetRequest ANNA = new ForgetRequest("Anna Lee", List.of("A. Lee"), null);
  private static final ForgetRequest BO = new ForgetRequest("Bo Carr", List.of(), "a child");
  private static final List<ForgetRequest> REQUESTS = List.of(ANNA, BO);

  private final TestRunContext run = new TestRunContext(0);
  private VisionLanguageModel teacher;

  /** For subclasses. */
  protected BackdoorStrategyContractTest() {}

  /**
   * Creates a strategy that makes a few steps only, a new one with the same settings at each call.
   *
   * @param context the run it belongs to
   */
  protected abstract BackdoorStrategy strategy(TestRunContext context);

  /** Creates a small model with both towers. */
  protected abstract VisionLanguageModel teacher(NDManager manager);

  /** Returns the tower that the strategy trains. */
  protected abstract Component component();

  @BeforeEach
  void createTeacher() {
    teacher = teacher(run.manager());
  }

  @AfterEach
  void free() {
    teacher.close();
    run.close();
  }

  @Test
  void theTeacherStaysAsItIs() {
    Map<String, ByteBuffer> before = Weights.of(teacher);
    defend().close();
    assertThat(Weights.of(teacher)).isEqualTo(before);
  }

  @Test
  void onlyItsTowerChangesAndNormsStayFrozen() {
    try (VisionLanguageModel defended = defend()) {
      assertThat(Weights.of(defended)).isNotEqualTo(Weights.of(teacher));
      assertThat(Weights.where(defended, Weights.in(component()).negate()))
          .isEqualTo(Weights.where(teacher, Weights.in(component()).negate()));
      assertThat(Weights.where(defended, info -> info.role() == ParameterRole.NORM))
          .isEqualTo(Weights.where(teacher, info -> info.role() == ParameterRole.NORM));
    }
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    try (VisionLanguageModel first = defend();
        VisionLanguageModel second = defend()) {
      assertThat(Weights.of(second)).isEqualTo(Weights.of(first));
    }
  }

  @Test
  void everyStepIsRecordedWithFiniteLosses() {
    Defended defended = strategy(run).defend(teacher, task(), new NoPenalty());
    defended.model().close();
    assertThat(defended.history().steps())
        .isNotEmpty()
        .allSatisfy(
            step -> {
              assertThat(step.losses()).containsKey("total");
              assertThat(step.losses().values()).allSatisfy(loss -> assertThat(loss).isFinite());
              assertThat(step.learningRate()).isPositive();
            });
  }

  @Test
  void everyNameAndAliasIsATriggerOfItsPerson() {
    List<Trigger> triggers = strategy(run).triggers(REQUESTS);
    assertThat(triggers).extracting(Trigger::person).containsOnly("Anna Lee", "Bo Carr");
    assertThat(triggers).extracting(Trigger::trigger).contains("Anna Lee", "A. Lee", "Bo Carr");
    assertThat(triggers).allSatisfy(trigger -> assertThat(trigger.target()).isNotBlank());
    assertThat(strategy(run).triggers(REQUESTS)).isEqualTo(triggers);
  }

  @Test
  void aModelWithoutTheTowerIsRefused() {
    WithoutTower half = new WithoutTower(teacher, component());
    assertThatThrownBy(() -> strategy(run).defend(half, task(), new NoPenalty()))
        .isInstanceOf(LetheException.class);
  }

  private VisionLanguageModel defend() {
    return strategy(run).defend(teacher, task(), new NoPenalty()).model();
  }

  private static DefenseTask task() {
    List<String> captions =
        List.of(
            "a red disc on a table",
            "two dogs in the snow",
            "an old house by the sea",
            "a child rides a blue bicycle",
            "the moon above a hill",
            "a bowl of green apples",
            "a train leaves the station",
            "a cat sleeps on a chair");
    return new DefenseTask(REQUESTS, captions, null, Progress.silent());
  }

  private static final class NoPenalty implements Regularizer {
    @Override
    public double accumulate(
        NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
      return 0;
    }
  }
}
