package dev.lethe.testkit.defense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.defense.Adaptation;
import dev.lethe.api.defense.Adapted;
import dev.lethe.api.defense.Artifact;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.testkit.TestRunContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Adaptation} must do, with the weights of a transformer's blocks. */
public abstract class AdaptationContractTest {
  private static final int WIDTH = 8;
  private static final ParameterRole INPUT = ParameterRole.ATTENTION_INPUT;
  private static final ParameterRole OUTPUT = ParameterRole.ATTENTION_OUTPUT;
  private static final ParameterRole MLP = ParameterRole.MLP_INPUT;

  private final TestRunContext run = new TestRunContext(0);
  private NDManager memory;
  private ParameterPair weights;

  @TempDir private Path folder;

  /** For subclasses. */
  protected AdaptationContractTest() {}

  /** Creates an adaptation, a new one with the same settings at each call. */
  protected abstract Adaptation adaptation(TestRunContext context);

  @BeforeEach
  void start() {
    memory = run.manager().newSubManager();
    weights = new ParameterPair(blocks(), blocks());
  }

  @AfterEach
  void free() {
    run.close();
  }

  @Test
  void effectiveWeightsAreSomeOfThoseThatWereGivenInTheirOrder() {
    ParameterSet effective = adapt().effective();
    assertThat(effective.size()).isPositive();
    assertThat(effective.list())
        .isEqualTo(weights.student().where(info -> effective.has(info.name())).list());
  }

  @Test
  void trainingStartsFromTheWeightsAsTheyAre() {
    Adapted adapted = adapt();
    adapted.compose(memory);
    assertThat(values(weights.student())).isEqualTo(values(weights.teacher()));
  }

  @Test
  void theSameRunStartsFromTheSameBits() {
    assertThat(values(adapt().trained())).isEqualTo(values(adapt().trained()));
  }

  @Test
  void onlyEffectiveWeightsChangeAndWhatTheyStartFromStays() {
    List<List<Float>> before = values(weights.teacher());
    Adapted adapted = adapt();
    move(adapted, new Random(1), .1);
    for (Parameter weight : weights.student()) {
      boolean changed =
          !list(weight.value()).equals(list(weights.teacher().get(weight.info().name())));
      assertThat(changed)
          .as(weight.info().name())
          .isEqualTo(adapted.effective().has(weight.info().name()));
    }
    assertThat(values(weights.teacher())).isEqualTo(before);
  }

  @Test
  void composingAgainChangesNoBit() {
    Adapted adapted = adapt();
    move(adapted, new Random(1), .1);
    List<List<Float>> once = values(weights.student());
    adapted.compose(memory);
    assertThat(values(weights.student())).isEqualTo(once);
  }

  /** The slope of the sum of g * w, whose gradient with respect to the weights w is g. */
  @Test
  void pulledGradientsAreTheSlopeOfALoss() {
    Adapted adapted = adapt();
    move(adapted, new Random(1), .3);
    NDList gradients = randomLike(adapted.effective(), new Random(2));
    List<List<Float>> given = gradients.stream().map(AdaptationContractTest::list).toList();
    List<NDArray> pulled = adapted.pull(memory, gradients);
    assertThat(pulled).hasSize(adapted.trained().size());
    assertThat(gradients.stream().map(AdaptationContractTest::list)).isEqualTo(given);
    NDList direction = randomLike(adapted.trained(), new Random(3));
    double expected = product(pulled, direction);
    double width = 1 / 64.0;
    add(adapted, direction, width);
    double above = product(adapted.effective().arrays(), gradients);
    add(adapted, direction, -2 * width);
    double below = product(adapted.effective().arrays(), gradients);
    assertThat((above - below) / (2 * width)).isEqualTo(expected, within(5e-3 * scale(pulled)));
  }

  @Test
  void aStepLeavesNothingInNativeMemory() {
    Adapted adapted = adapt();
    NDList gradients = randomLike(adapted.effective(), new Random(2));
    int before = memory.getManagedArrays().size();
    try (NDManager step = memory.newSubManager()) {
      adapted.pull(step, gradients);
      adapted.compose(step);
    }
    assertThat(memory.getManagedArrays()).hasSize(before);
  }

  @Test
  void whatIsLeftBesideTheWeightsOutlivesTheTraining() throws IOException {
    List<Artifact> artifacts = adapt().artifacts();
    memory.close();
    for (Artifact artifact : artifacts) {
      assertThat(artifact.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(artifact.summary()).isNotBlank().hasLineCount(1);
      Path own = Files.createDirectory(folder.resolve(artifact.name()));
      artifact.write(own);
      assertThat(own).isNotEmptyDirectory();
    }
  }

  private Adapted adapt() {
    return adaptation(run).adapt(memory, weights);
  }

  /** Changes what is trained by random values, and the weights with it. */
  private void move(Adapted adapted, Random random, double by) {
    add(adapted, randomLike(adapted.trained(), random), by);
  }

  private void add(Adapted adapted, List<NDArray> direction, double by) {
    List<NDArray> trained = adapted.trained().arrays();
    for (int i = 0; i < trained.size(); i++) {
      trained.get(i).addi(direction.get(i).mul(by));
    }
    adapted.compose(memory);
  }

  private NDList randomLike(ParameterSet parameters, Random random) {
    NDList arrays = new NDList();
    parameters.forEach(each -> arrays.add(random(each.value().getShape(), random)));
    return arrays;
  }

  private NDArray random(Shape shape, Random random) {
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return memory.create(values, shape);
  }

  private static double product(List<NDArray> left, List<NDArray> right) {
    double sum = 0;
    for (int i = 0; i < left.size(); i++) {
      float[] l = left.get(i).toFloatArray();
      float[] r = right.get(i).toFloatArray();
      for (int j = 0; j < l.length; j++) {
        sum += (double) l[j] * r[j];
      }
    }
    return sum;
  }

  private static double scale(List<NDArray> arrays) {
    return Math.sqrt(product(arrays, arrays));
  }

  private static List<List<Float>> values(ParameterSet parameters) {
    return parameters.list().stream().map(each -> list(each.value())).toList();
  }

  private static List<Float> list(NDArray array) {
    List<Float> values = new ArrayList<>();
    for (float value : array.toFloatArray()) {
      values.add(value);
    }
    return values;
  }

  /** The weights of two blocks, with equal values at each call. */
  private ParameterSet blocks() {
    Random random = new Random(4);
    List<Parameter> block = new ArrayList<>();
    block.add(
        parameter("token_embedding.weight", -1, ParameterRole.TOKEN_EMBEDDING, random, 9, WIDTH));
    for (int layer = 0; layer < 2; layer++) {
      String name = "transformer.resblocks." + layer + ".";
      block.add(parameter(name + "attn.in_proj_weight", layer, INPUT, random, 3 * WIDTH, WIDTH));
      block.add(parameter(name + "attn.in_proj_bias", layer, INPUT, random, 3 * WIDTH));
      block.add(parameter(name + "attn.out_proj.weight", layer, OUTPUT, random, WIDTH, WIDTH));
      block.add(parameter(name + "attn.out_proj.bias", layer, OUTPUT, random, WIDTH));
      block.add(parameter(name + "mlp.c_fc.weight", layer, MLP, random, 2 * WIDTH, WIDTH));
      block.add(
          parameter(
              name + "mlp.c_proj.weight",
              layer,
              ParameterRole.MLP_OUTPUT,
              random,
              WIDTH,
              2 * WIDTH));
    }
    return new ParameterSet(block);
  }

  private Parameter parameter(
      String name, int layer, ParameterRole role, Random random, long... shape) {
    int fused = role == INPUT ? 3 : 1;
    return new Parameter(
        new ParameterInfo(name, Component.TEXT, layer, role, fused),
        random(new Shape(shape), random));
  }
}
