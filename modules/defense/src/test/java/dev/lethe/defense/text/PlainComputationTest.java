package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.defense.TextTrigger;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TextOutput;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.defense.training.LossTerm;
import dev.lethe.defense.training.Objective;
import dev.lethe.defense.training.TeacherEmbeddings;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.loss.DistanceLoss;
import dev.lethe.tensor.train.TrainingStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What makes a step fast (trimming, shared prefixes, one pooled batch in parts, only the rows of
 * the vocabulary that occur, teacher embeddings that are kept) against the loss as the paper writes
 * it: each batch by itself, padded to the full context, with the whole vocabulary and automatic
 * differentiation.
 */
class PlainComputationTest {
  private static final double ALPHA = .6;
  private static final double GAMMA = .25;
  private static final Map<LossTerm, Double> WEIGHTS =
      Map.of(LossTerm.UTILITY, 1.0, LossTerm.BACKDOOR, ALPHA, LossTerm.NAME, GAMMA);

  private final Run run = new Run(0);
  private final NDManager manager = run.context.manager();
  private final TextPool pool = new TextPool();
  private VisionLanguageModel teacher;
  private VisionLanguageModel student;
  private List<List<LossSample>> steps;
  private List<int[]> tokens;
  private TextOutput output;
  private ComparedOutputs outputs;
  @TempDir Path folder;

  @BeforeEach
  void prepare() {
    teacher = run.model(folder);
    student = teacher.copy();
    // a step away from the start, where the gradient of the utility would be zero
    student.text().parameters().get("text_projection").addi(.1f);
    student.text().parameters().get("positional_embedding").muli(1.5f);
    steps =
        new Schedule(
                new SettingsType<>(TextBackdoorSettings.class)
                    .read(Map.of("steps", 3, "clean-batch", 40, "backdoor-batch", 50), ""),
                Examples.CAPTIONS,
                List.of(
                    new Backdoor("Anna", new TextTrigger("Anna Lee"), new TextTarget("human")),
                    new Backdoor("Bo", new TextTrigger("Bo Carr"), new TextTarget("child"))),
                List.of("Cleo Moss", "Dan Oak"),
                1)
            .draw(pool);
    tokens = teacher.text().tokenizer().encode(pool.texts());
  }

  @AfterEach
  void close() {
    student.close();
    teacher.close();
    run.close();
  }

  /** All at once, in a few parts, and one text at a time. */
  @ParameterizedTest
  @CsvSource({
    "EMBEDDING, 10000",
    "EMBEDDING, 400",
    "EMBEDDING, 1",
    "HIDDEN_STATES, 10000",
    "HIDDEN_STATES, 1"
  })
  void lossesAndGradientsAreThoseOfThePlainComputation(TextOutput output, int tokensAtATime) {
    outputs = new ComparedOutputs(output, teacher);
    this.output = output;
    NDList gradients;
    Map<String, Double> losses;
    try (TrainableEncoder<List<int[]>> tower =
            new ComparedOutputs(output, student).student(tokens);
        DistanceLoss distance = DistanceLoss.compile(manager, Distance.COSINE)) {
      ParameterSet compared = tower.parameters().where(this::hasPart);
      compared.forEach(parameter -> parameter.value().setRequiresGradient(true));
      losses = step(tower, distance, tokensAtATime).backward(manager, 1);
      gradients = Autograd.gradients(manager, compared.arrays());

      Map<String, NDArray> plain = new HashMap<>();
      double total = plainGradients(plain);
      assertThat(losses.get(TrainingStep.TOTAL)).isCloseTo(total, within(1e-5));
      List<Parameter> trained = compared.list();
      ParameterSet expected = tower.restrict(asParameters(trained, plain));
      assertThat(trained).hasSizeGreaterThan(20);
      for (int i = 0; i < trained.size(); i++) {
        String name = trained.get(i).info().name();
        assertThat(relativeError(gradients.get(i), expected.get(name))).as(name).isLessThan(1e-4);
      }
    }
    assertThat(losses.get("utility") + ALPHA * losses.get("backdoor") + GAMMA * losses.get("name"))
        .isCloseTo(losses.get(TrainingStep.TOTAL), within(1e-9));
  }

  @ParameterizedTest
  @EnumSource
  void teacherEmbeddingsHaveTheSameBitsWhetherTheyWereKeptOrNot(TextOutput compared) {
    outputs = new ComparedOutputs(compared, teacher);
    TeacherEmbeddings kept = embeddings(1_000_000);
    TeacherEmbeddings forgotten = embeddings(0);
    for (List<LossSample> rows : steps) {
      int[] texts = rows.stream().mapToInt(LossSample::teacher).toArray();
      assertThat(forgotten.of(texts)).isEqualTo(kept.of(texts));
    }
    int[] late = steps.get(2).stream().mapToInt(LossSample::teacher).toArray();
    assertThat(embeddings(10).of(late))
        .as("a resumed training, which never asked for the earlier ones")
        .isEqualTo(kept.of(late));
  }

  private TeacherEmbeddings embeddings(int kept) {
    long bytes = (long) kept * Float.BYTES * outputs.size();
    return TextBackdoor.embeddings(outputs, tokens, steps, 100, bytes);
  }

  private boolean hasPart(ParameterInfo parameter) {
    return output == TextOutput.EMBEDDING || parameter.role() != ParameterRole.PROJECTION;
  }

  private TextBackdoorStep step(
      TrainableEncoder<List<int[]>> tower, DistanceLoss distance, int tokensAtATime) {
    return new TextBackdoorStep(
        steps,
        tokens,
        tower,
        embeddings(100),
        new Objective(
            WEIGHTS,
            distance,
            Regularizer.none(),
            new ParameterPair(tower.parameters(), tower.restrict(teacher.text().parameters()))),
        new MicroBatches(outputs::tokens, tokensAtATime));
  }

  /** Returns the loss and puts the gradient of every parameter of the student into a map. */
  private double plainGradients(Map<String, NDArray> gradients) {
    ParameterSet parameters = student.text().parameters().where(this::hasPart);
    parameters.forEach(parameter -> parameter.value().setRequiresGradient(true));
    double total = 0;
    for (LossTerm term : WEIGHTS.keySet()) {
      double weight = WEIGHTS.get(term);
      List<LossSample> rows = steps.get(1).stream().filter(row -> row.term() == term).toList();
      total += Autograd.backward(manager, scope -> plainLoss(scope, rows, (float) weight));
    }
    NDList all = Autograd.gradients(manager, parameters.arrays());
    List<Parameter> list = parameters.list();
    for (int i = 0; i < list.size(); i++) {
      gradients.put(list.get(i).info().name(), all.get(i));
    }
    return total;
  }

  private NDArray plainLoss(NDManager scope, List<LossSample> rows, float weight) {
    NDArray u = plain(scope, student.text(), rows.stream().map(row -> row.student()).toList());
    NDArray v =
        Autograd.withoutGradients(
            () -> plain(scope, teacher.text(), rows.stream().map(row -> row.teacher()).toList()));
    int[] columns = {1};
    NDArray norms = u.norm(columns).mul(v.norm(columns));
    return u.mul(v).sum(columns).div(norms).mean().neg().mul(scope.create(weight));
  }

  /**
   * Of texts padded to the context: the state of the end token after the final norm, projected, or
   * all states.
   */
  private NDArray plain(NDManager scope, TextEncoder encoder, List<Integer> texts) {
    List<int[]> batch = texts.stream().map(tokens::get).toList();
    NDArray hidden = encoder.hiddenStates(scope, encoder.parameters(), batch);
    if (output == TextOutput.HIDDEN_STATES) {
      return hidden.reshape(batch.size(), -1);
    }
    NDList ends = new NDList();
    for (int i = 0; i < batch.size(); i++) {
      ends.add(hidden.get(new NDIndex("{},{}", i, batch.get(i).length - 1)));
    }
    NDArray projection =
        encoder.parameters().where(info -> info.role() == ParameterRole.PROJECTION).arrays().get(0);
    return NDArrays.stack(ends).matMul(projection);
  }

  private static ParameterSet asParameters(List<Parameter> like, Map<String, NDArray> values) {
    List<Parameter> parameters = new ArrayList<>();
    like.forEach(p -> parameters.add(new Parameter(p.info(), values.get(p.info().name()))));
    return new ParameterSet(parameters);
  }

  private static double relativeError(NDArray actual, NDArray expected) {
    double norm = expected.norm().getFloat();
    double error = actual.sub(expected).norm().getFloat();
    // the gradient of a key's bias is zero but for rounding
    return error / Math.max(norm, 1e-3);
  }
}
