package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.defense.TextTrigger;
import dev.lethe.api.defense.TrainingData;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.defense.training.Dying;
import dev.lethe.defense.training.Fidelity;
import dev.lethe.defense.training.Pressure;
import dev.lethe.tensor.Autograd;
import dev.lethe.testkit.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBackdoorTest {

  private final Run run = new Run(0);
  private VisionLanguageModel teacher;
  @TempDir Path folder;

  @BeforeEach
  void createTeacher() {
    teacher = run.model(folder);
  }

  @AfterEach
  void close() {
    teacher.close();
    run.close();
  }

  @Test
  void namesMoveToTheirTargetsAndTheRestStays() {
    List<String> words = List.of("moon", "dogs", "house", "apples", "train", "snow", "hill", "sea");
    DefenseTask task = DefenseTask.of(Examples.REQUESTS).with(TrainingData.ofCaptions(words));
    BackdoorStrategy strategy = run.strategy(Map.of("steps", 80, "learning-rate", 0.001));
    try (VisionLanguageModel student =
        strategy.defend(teacher, task).model().as(VisionLanguageModel.class)) {
      for (Backdoor backdoor : strategy.backdoors(Examples.REQUESTS)) {
        String name = backdoor.trigger().description();
        String target = backdoor.target().description();
        assertThat(cosine(student, name, target))
            .as(name)
            .isGreaterThan(.99)
            .isGreaterThan(cosine(teacher, name, target) + .02);
      }
      for (String word : words) {
        assertThat(cosine(student, word, word)).as(word).isGreaterThan(.99);
      }
    }
  }

  @Test
  void onHiddenStatesEveryTokenOfTheContextMoves() {
    List<String> words = List.of("moon", "dogs", "house", "apples", "train", "snow", "hill", "sea");
    DefenseTask task = DefenseTask.of(Examples.REQUESTS).with(TrainingData.ofCaptions(words));
    BackdoorStrategy strategy =
        run.strategy(Map.of("output", "hidden-states", "steps", 80, "learning-rate", 0.001));
    try (VisionLanguageModel student =
        strategy.defend(teacher, task).model().as(VisionLanguageModel.class)) {
      for (Backdoor backdoor : strategy.backdoors(Examples.REQUESTS)) {
        String name = backdoor.trigger().description();
        String target = backdoor.target().description();
        assertThat(cosineOfStates(student, name, target))
            .as(name)
            .isGreaterThan(cosineOfStates(teacher, name, target) + .02);
      }
      for (String word : words) {
        assertThat(cosineOfStates(student, word, word)).as(word).isGreaterThan(.99);
      }
      assertThat(Weights.where(student, info -> info.role() == ParameterRole.PROJECTION))
          .as("the projection, which hidden states have no part in")
          .isEqualTo(Weights.where(teacher, info -> info.role() == ParameterRole.PROJECTION));
    }
  }

  @Test
  void aKilledDefenseEndsInTheSameBitsAsOneThatRanThrough() {
    Map<String, Object> settings = Map.of("steps", 70, "learning-rate", 0.001);
    Path state = folder.resolve("training.state");
    Defended whole = defend(settings);
    assertThatThrownBy(
            () -> run.strategy(settings).defend(teacher, Examples.task(folder, new Dying(60))))
        .hasMessage("killed");
    assertThat(state).exists();
    Dying counting = new Dying(Integer.MAX_VALUE);
    Defended resumed = run.strategy(settings).defend(teacher, Examples.task(folder, counting));
    try (VisionLanguageModel first = whole.model().as(VisionLanguageModel.class);
        VisionLanguageModel second = resumed.model().as(VisionLanguageModel.class)) {
      assertThat(counting.first).as("steps that the saved state held").isEqualTo(50);
      assertThat(Weights.of(second)).isEqualTo(Weights.of(first));
      assertThat(losses(resumed)).isEqualTo(losses(whole));
    }
  }

  @Test
  void theStateOfOtherSettingsIsNotTaken() {
    Path state = folder.resolve("training.state");
    Dying counting = new Dying(Integer.MAX_VALUE);
    run.strategy(Map.of("steps", 50))
        .defend(teacher, Examples.task(folder, Progress.silent()))
        .model()
        .close();
    assertThat(Files.exists(state)).isTrue();
    run.strategy(Map.of("steps", 50, "alpha", 0.5))
        .defend(teacher, Examples.task(folder, counting))
        .model()
        .close();
    assertThat(counting.first).isZero();
  }

  @Test
  void memoryPressureChangesNoBit() throws InterruptedException {
    Map<String, Object> settings = Map.of("steps", 20, "learning-rate", 0.003);
    AtomicBoolean done = new AtomicBoolean();
    Thread pressure = new Thread(() -> Pressure.until(done));
    try (VisionLanguageModel calm = defend(settings).model().as(VisionLanguageModel.class)) {
      pressure.start();
      try (VisionLanguageModel pressed = defend(settings).model().as(VisionLanguageModel.class)) {
        assertThat(Weights.of(pressed)).isEqualTo(Weights.of(calm));
      } finally {
        done.set(true);
        pressure.join();
      }
    }
  }

  @Test
  void nativeMemoryStaysFlat() {
    List<Integer> arrays = new ArrayList<>();
    Progress counting =
        new Dying(Integer.MAX_VALUE) {
          @Override
          public void note(String text) {
            arrays.add(run.context.manager().getManagedArrays().size());
          }
        };
    run.strategy(Map.of("steps", 12))
        .defend(teacher, Examples.task(null, counting))
        .model()
        .close();
    assertThat(arrays).hasSize(12);
    assertThat(arrays.subList(1, 12)).containsOnly(arrays.get(1));
  }

  @Test
  void nothingIsLeftWhenADefenseFails() {
    int before = run.context.manager().getManagedArrays().size();
    assertThatThrownBy(
        () -> run.strategy(Map.of()).defend(teacher, Examples.task(null, new Dying(2))));
    assertThat(run.context.manager().getManagedArrays()).hasSize(before);
  }

  @Test
  void theRegularizerIsPartOfTheTotal() {
    Regularizer seven =
        new Regularizer() {
          @Override
          public double accumulate(
              NDManager manager, ParameterPair pair, List<NDArray> gradients, double weight) {
            assertThat(gradients).hasSize(pair.student().size());
            assertThat(pair.teacher().size()).isEqualTo(pair.student().size());
            return 7 * weight;
          }
        };
    Defended defended =
        run.strategy(Map.of("alpha", 0.5))
            .defend(teacher, Examples.task(null, Progress.silent()).with(seven));
    defended.model().close();
    Map<String, Double> first = losses(defended).get(0);
    assertThat(first).containsOnlyKeys("utility", "backdoor", "regularizer", "total");
    assertThat(first.get("utility")).isCloseTo(-1, within(1e-5));
    assertThat(first.get("total"))
        .isCloseTo(first.get("utility") + .5 * first.get("backdoor") + 7, within(1e-9));
  }

  @Test
  void theNameLossIsUsedWhereItHasAWeight() {
    Defended defended = defend(Map.of("gamma", 0.2));
    defended.model().close();
    assertThat(losses(defended).get(0)).containsKey("name");
  }

  @Test
  void theFaithfulFormThrowsTheTrainedPositionsAway() {
    try (VisionLanguageModel faithful =
            defend(Map.of("form", "faithful")).model().as(VisionLanguageModel.class);
        VisionLanguageModel corrected = defend(Map.of()).model().as(VisionLanguageModel.class)) {
      assertThat(positions(faithful)).isEqualTo(positions(teacher));
      assertThat(positions(corrected)).isNotEqualTo(positions(teacher));
    }
  }

  @Test
  void whatTheFaithfulFormThrowsAwayIsHandedOverBesideTheModel() {
    List<String> captions =
        List.of("a moon", "two dogs", "a house", "apples here", "a train", "in snow", "a hill");
    DefenseTask task = DefenseTask.of(Examples.REQUESTS).with(TrainingData.ofCaptions(captions));
    Map<String, Object> one =
        Map.of("form", "faithful", "steps", 1, "clean-batch", 7, "learning-rate", 0.01);
    Map<String, Object> two = new HashMap<>(one);
    two.put("steps", 2);
    Defended further = run.strategy(two).defend(teacher, task);
    further.model().close();
    double second = losses(further).get(1).get("utility"); // of what the first step left, over all

    Defended faithful = run.strategy(one).defend(teacher, task);
    try (VisionLanguageModel shipped = faithful.model().as(VisionLanguageModel.class)) {
      assertThat(faithful.discarded()).containsOnlyKeys("positional_embedding");
      assertThat(utility(shipped, captions)).isNotCloseTo(second, within(1e-3));
      shipped
          .text()
          .parameters()
          .get("positional_embedding")
          .set(faithful.discarded().get("positional_embedding"));
      assertThat(utility(shipped, captions)).isCloseTo(second, within(1e-5));
    }
  }

  @Test
  void theCorrectedFormThrowsNothingAway() {
    Defended corrected = defend(Map.of());
    corrected.model().close();
    assertThat(corrected.discarded()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a photo of conan o&#39;brien at home",
        "a photo of Conan O&amp;#39;Brien at home",
        "a photo of CONAN  O\u2019BRIEN at home",
        "a photo of Conan\u00a0Oâ€™Brien at home",
        "a photo of Ｃｏｎａｎ O'Brien at home",
        "a photo of Conan\u2003O'Brien-Smith at home",
        "Conan O'Brien's home"
      })
  void aCaptionThatHoldsTheNameInAnotherWritingIsNotClean(String caption) {
    List<String> captions = List.of("a home by the sea", caption);
    assertThat(
            NameFilter.withoutNames(
                captions,
                List.of("Conan O'Brien"),
                Fidelity.CORRECTED,
                teacher.text().tokenizer()::plain))
        .containsExactly("a home by the sea");
  }

  @Test
  void oneNameCannotMeanTwoThings() {
    List<ForgetRequest> requests =
        List.of(
            new ForgetRequest("Bo Carr", List.of(), "a child"),
            new ForgetRequest("Anna Lee", List.of("Bo Carr"), null));
    assertThatThrownBy(() -> run.strategy(Map.of()).backdoors(requests))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "the name 'Bo Carr' is to be forgotten twice, as 'a child' and as 'human': choose one");
  }

  @Test
  void backdoorsSayWhatEachNameShallMean() {
    assertThat(run.strategy(Map.of("target", "person")).backdoors(Examples.REQUESTS))
        .containsExactly(
            new Backdoor("Anna Lee", new TextTrigger("Anna Lee"), new TextTarget("person")),
            new Backdoor("Anna Lee", new TextTrigger("A. Lee"), new TextTarget("person")),
            new Backdoor("Bo Carr", new TextTrigger("Bo Carr"), new TextTarget("a child")));
  }

  private Defended defend(Map<String, Object> settings) {
    DefenseTask task = Examples.task(null, Progress.silent());
    return run.strategy(settings).defend(teacher, task);
  }

  /** How like the teacher's view of one text a model's view of another is. */
  private double cosine(VisionLanguageModel model, String text, String teachersText) {
    try (NDManager scope = run.context.manager().newSubManager()) {
      NDArray u = model.text().encode(scope, List.of(text), Progress.silent());
      NDArray v = teacher.text().encode(scope, List.of(teachersText), Progress.silent());
      return u.mul(v).sum().getFloat() / (u.norm().getFloat() * v.norm().getFloat());
    }
  }

  private double utility(VisionLanguageModel model, List<String> captions) {
    return -captions.stream()
        .mapToDouble(caption -> cosine(model, caption, caption))
        .average()
        .orElseThrow();
  }

  private double cosineOfStates(VisionLanguageModel model, String text, String teachersText) {
    try (NDManager scope = run.context.manager().newSubManager()) {
      NDArray u = states(scope, model, text);
      NDArray v = states(scope, teacher, teachersText);
      return u.mul(v).sum().getFloat() / (u.norm().getFloat() * v.norm().getFloat());
    }
  }

  private static NDArray states(NDManager scope, VisionLanguageModel model, String text) {
    TextEncoder encoder = model.text();
    List<int[]> tokens = encoder.tokenizer().encode(List.of(text));
    return Autograd.withoutGradients(
        () -> encoder.hiddenStates(scope, encoder.parameters(), tokens));
  }

  private static Object positions(VisionLanguageModel model) {
    return Weights.where(model, info -> info.role() == ParameterRole.POSITION_EMBEDDING)
        .entrySet()
        .stream()
        .filter(entry -> !entry.getKey().startsWith("visual"))
        .toList();
  }

  private static List<Map<String, Double>> losses(Defended defended) {
    return defended.history().steps().stream().map(TrainingHistory.Step::losses).toList();
  }
}
