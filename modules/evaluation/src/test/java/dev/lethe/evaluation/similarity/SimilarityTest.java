package dev.lethe.evaluation.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.defense.TextTrigger;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TextOutput;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.evaluation.Models;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.measure.EvaluationContractTest;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimilarityTest extends EvaluationContractTest {
  private static final List<String> CAPTIONS =
      List.of("a red disc", "two dogs in the snow", "a red disc", "anna lee by the sea", "house");
  private static final List<Backdoor> BACKDOORS =
      List.of(
          new Backdoor("Anna Lee", new TextTrigger("Anna Lee"), new TextTarget("human")),
          new Backdoor("Anna Lee", new TextTrigger("A. Lee"), new TextTarget("human")),
          new Backdoor("Bo Carr", new TextTrigger("Bo Carr"), new TextTarget("man")));

  private final TestRunContext run = new TestRunContext(3);
  @TempDir private Path folder;
  private VisionLanguageModel original;
  private VisionLanguageModel defended;

  @BeforeEach
  void create() {
    original = model(run.manager());
    defended = Models.changed(original);
  }

  @AfterEach
  void release() {
    defended.close();
    original.close();
    run.close();
  }

  @Override
  protected Evaluation evaluation(TestRunContext context) {
    return Models.evaluation(context, "similarity", Map.of());
  }

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return Models.create(manager, folder);
  }

  @ParameterizedTest
  @EnumSource(TextOutput.class)
  void theValuesAreThoseOfAPlainComputation(TextOutput output) {
    List<String> captions = manyCaptions();
    int mentioning = captions.indexOf("anna lee by the sea");
    Map<String, Double> values =
        Models.byName(
            evaluation(run, output)
                .evaluate(defended, Models.task(original, true, BACKDOORS, captions)));

    SplittableRandom random = new SplittableRandom(run.seed("similarity"));
    List<CaptionTemplate> slots =
        captions.stream().map(caption -> CaptionTemplate.in(caption, random)).toList();
    int n = captions.size();
    double clean = 0;
    double named = 0;
    double target = 0;
    double anna = 0;
    double bo = 0;
    for (int i = 0; i < n; i++) {
      List<CaptionTemplate> slot = List.of(slots.get(i));
      float[] human = row(defended, CaptionTemplate.fill(slot, "human").get(0), output);
      float[] man = row(defended, CaptionTemplate.fill(slot, "man").get(0), output);
      double same =
          Models.cosine(
              row(original, captions.get(i), output), row(defended, captions.get(i), output));
      if (i == mentioning) {
        named = same;
      } else {
        clean += same / (n - 1);
        target +=
            Models.cosine(row(original, CaptionTemplate.fill(slot, "human").get(0), output), human)
                / (n - 1);
        for (String name : List.of("Anna Lee", "A. Lee")) {
          float[] withName = row(defended, CaptionTemplate.fill(slot, name).get(0), output);
          anna += Models.cosine(withName, human) / (2 * (n - 1));
        }
      }
      bo +=
          Models.cosine(row(defended, CaptionTemplate.fill(slot, "Bo Carr").get(0), output), man)
              / n;
    }
    assertThat(values).hasSize(4);
    assertThat(values.get("similarity.clean")).isCloseTo(clean, within(1e-5));
    assertThat(values.get("similarity.named")).isCloseTo(named, within(1e-5));
    assertThat(values.get("similarity.target")).isCloseTo(target, within(1e-5));
    assertThat(values.get("similarity.backdoor")).isCloseTo((anna + bo) / 2, within(1e-5));
    assertThat(clean).isLessThan(0.9999);
  }

  @Test
  void captionsThatNameSomebodyWhoAskedAreAMeasureOfTheirOwn() {
    List<String> ordinary = List.of("a red disc", "two dogs in the snow", "house");
    List<String> naming = List.of("ANNA LEE by the sea", "a. lee at home", "Bo Carr's house");
    List<Backdoor> backdoors = BACKDOORS.subList(0, 2); // Bo Carr asks without a backdoor
    EvaluationTask task =
        Models.task(
                original,
                true,
                backdoors,
                Stream.concat(naming.stream(), ordinary.stream()).toList())
            .with(Cohorts.none().with(Cohorts.FORGOTTEN, Set.of("Anna Lee", "Bo Carr")));

    Map<String, Double> values = Models.byName(evaluation(run).evaluate(defended, task));

    assertThat(values.get("similarity.clean")).isCloseTo(mean(ordinary), within(1e-5));
    assertThat(values.get("similarity.named")).isCloseTo(mean(naming), within(1e-5));
    assertThat(values.get("similarity.named"))
        .isNotCloseTo(values.get("similarity.clean"), within(1e-4));
  }

  @Test
  void whereNoCaptionNamesAnybodyThereIsNothingToSayOfThoseThatDo() {
    EvaluationTask task = Models.task(original, true, BACKDOORS, List.of("a red disc", "house"));
    assertThat(Models.byName(evaluation(run).evaluate(defended, task)))
        .containsOnlyKeys("similarity.clean", "similarity.backdoor", "similarity.target");
  }

  @Test
  void whereEveryCaptionNamesSomebodyWhatOthersKeepIsNotKnown() {
    EvaluationTask task = Models.task(original, true, BACKDOORS, List.of("Anna Lee by the sea"));
    assertThat(evaluation(run).evaluate(defended, task))
        .filteredOn(value -> value.value() == null)
        .extracting(value -> value.metric().name())
        .containsExactly("similarity.clean", "similarity.target");
  }

  @Test
  void withoutCaptionsThatAreNotTrainedOnItSaysWhatToGive() {
    EvaluationTask task = Models.task(original, false, BACKDOORS, List.of());
    assertThatThrownBy(() -> evaluation(run).evaluate(original, task))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "similarity compares captions that the defense does not train on, but there are none:"
                + " give evaluations.similarity.captions, or captions.held-out above 0");
  }

  @Test
  void whatIsComparedIsSaidInTheMeaning() {
    EvaluationTask task = Models.task(original, true, BACKDOORS, CAPTIONS);
    assertThat(evaluation(run, TextOutput.HIDDEN_STATES).evaluate(defended, task))
        .allSatisfy(value -> assertThat(value.metric().meaning()).endsWith(" of hidden states."));
    assertThat(evaluation(run).evaluate(defended, task))
        .allSatisfy(value -> assertThat(value.metric().meaning()).doesNotContain("hidden"));
  }

  @Test
  void hiddenStatesOfFewTextsAreHeldAtATime() {
    List<Integer> sizes = new ArrayList<>();
    VisionLanguageModel noting = noting(defended, sizes);
    evaluation(run, TextOutput.HIDDEN_STATES)
        .evaluate(noting, Models.task(original, true, BACKDOORS, manyCaptions()));
    assertThat(sizes).hasSizeGreaterThan(10).allMatch(size -> size <= 16);
  }

  @Test
  void beforeTheDefenseOnlyNamesAndTargetsAreCompared() {
    List<MetricValue> values =
        evaluation(run).evaluate(original, Models.task(original, false, BACKDOORS, CAPTIONS));
    assertThat(Models.byName(values)).containsOnlyKeys("similarity.backdoor");
  }

  @Test
  void beforeTheDefenseNothingIsComparedWithoutNames() {
    EvaluationTask task = Models.task(original, false, List.of(), CAPTIONS);
    assertThat(evaluation(run).evaluate(original, task)).isEmpty();
  }

  @Test
  void aNameThatEveryCaptionMentionsCannotBeMeasured() {
    List<MetricValue> values =
        evaluation(run)
            .evaluate(
                original,
                Models.task(original, false, BACKDOORS.subList(0, 1), CAPTIONS.subList(3, 4)));
    assertThat(values).hasSize(1);
    assertThat(values.get(0).value()).isNull();
  }

  @Test
  void aCaptionMentionsANameInWhateverWriting() {
    for (String caption :
        List.of("ANNA&#32;LEE by the sea", "Ａnna\u00a0Lee", "anna  lee's house")) {
      List<MetricValue> values =
          evaluation(run)
              .evaluate(
                  original,
                  Models.task(original, false, BACKDOORS.subList(0, 1), List.of(caption)));
      assertThat(values.get(0).value()).as(caption).isNull();
    }
  }

  @Test
  void aTextWhoseStatesAreNoFiniteNumbersIsNamed() {
    int token = original.text().tokenizer().encode("z")[1];
    defended
        .text()
        .parameters()
        .where(info -> info.role() == ParameterRole.TOKEN_EMBEDDING)
        .forEach(tokens -> tokens.value().set(new NDIndex("{}", token), Float.NaN));
    EvaluationTask task =
        Models.task(original, true, BACKDOORS, List.of("a red disc", "house of z", "a dog"));
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> evaluation(run, TextOutput.HIDDEN_STATES).evaluate(defended, task))
        .withMessage(
            "the states of the text 'house of z' are no finite numbers; the model may be damaged");
  }

  @Test
  void captionsOfItsOwnAreUsedUpToTheLimit() throws IOException {
    Path file = Files.writeString(folder.resolve("captions.txt"), "one house\ntwo houses\nthree\n");
    Evaluation evaluation =
        Models.evaluation(
            run,
            "similarity",
            Map.of("captions", Map.of("source", "lines", "path", file.toString()), "limit", 2));
    double clean =
        Models.byName(
                evaluation.evaluate(defended, Models.task(original, true, List.of(), CAPTIONS)))
            .get("similarity.clean");
    assertThat(clean)
        .isCloseTo(
            (cosine(original, "one house", defended, "one house")
                    + cosine(original, "two houses", defended, "two houses"))
                / 2,
            within(1e-5));
    assertThat(evaluation.contentHash()).isNotEmpty();
    assertThat(evaluation(run).contentHash()).isEmpty();
  }

  @Test
  void aMissingCaptionFileIsNoticedWhenTheEvaluationIsCreated() {
    Map<String, Object> settings =
        Map.of("captions", Map.of("source", "lines", "path", folder.resolve("no").toString()));
    assertThatThrownBy(() -> Models.evaluation(run, "similarity", settings))
        .isInstanceOf(NotFoundException.class);
  }

  private Evaluation evaluation(TestRunContext context, TextOutput output) {
    return Models.evaluation(
        context,
        "similarity",
        Map.of("output", output == TextOutput.EMBEDDING ? "embedding" : "hidden-states"));
  }

  /** More captions than are compared at a time, with some that are equal. */
  private static List<String> manyCaptions() {
    return Stream.concat(
            CAPTIONS.stream(), IntStream.range(0, 33).mapToObj(i -> "house number " + i % 30))
        .toList();
  }

  private float[] row(VisionLanguageModel model, String text, TextOutput output) {
    if (output == TextOutput.EMBEDDING) {
      return Models.embed(model, text);
    }
    TextEncoder encoder = model.text();
    List<int[]> tokens = encoder.tokenizer().encode(List.of(text));
    try (NDManager scope = run.manager().newSubManager()) {
      NDArray states = encoder.hiddenStates(scope, encoder.parameters(), tokens);
      assertThat(states.getShape().getShape()).containsExactly(1, 48, 16);
      return states.toFloatArray();
    }
  }

  /** Returns a model that is read through, and notes the sizes of batches of hidden states. */
  private static VisionLanguageModel noting(VisionLanguageModel model, List<Integer> sizes) {
    TextEncoder text =
        through(
            TextEncoder.class,
            (method, arguments) -> {
              if (method.getName().equals("hiddenStates")) {
                sizes.add(((List<?>) arguments[2]).size());
              }
              return method.invoke(model.text(), arguments);
            });
    return through(
        VisionLanguageModel.class,
        (method, arguments) ->
            method.getName().equals("text") ? text : method.invoke(model, arguments));
  }

  private static <T> T through(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : call.answer(method, arguments)));
  }

  private interface Call {
    Object answer(Method method, Object[] arguments) throws ReflectiveOperationException;
  }

  private double mean(List<String> captions) {
    return captions.stream()
        .mapToDouble(caption -> cosine(original, caption, defended, caption))
        .average()
        .orElseThrow();
  }

  private static double cosine(
      VisionLanguageModel a, String textA, VisionLanguageModel b, String textB) {
    return Models.cosine(Models.embed(a, textA), Models.embed(b, textB));
  }
}
