package dev.lethe.evaluation.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.data.Images.Captioned;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationData;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.method.Need;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.evaluation.Models;
import dev.lethe.evaluation.Parity;
import dev.lethe.tensor.memory.MemoryBudget;
import dev.lethe.tensor.memory.TiledProducts;
import dev.lethe.tensor.statistics.UnitLength;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.measure.EvaluationContractTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetrievalTest extends EvaluationContractTest {
  private static final List<String> COLORS = List.of("red", "green", "blue", "white");
  private static final List<Captioned> PICTURES = pictures();

  @TempDir private Path folder;

  @Override
  protected Evaluation evaluation(TestRunContext context) {
    return Models.evaluation(context, "retrieval", Map.of());
  }

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return Models.create(manager, folder);
  }

  /** Some pictures have several captions. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 1000})
  void recallsAreThoseOfAPlainCountOfTheNearest(int side) {
    JsonNode expected = Parity.read("recalls.json");
    int[] counts = Parity.integers(expected.path("counts"));
    try (TestRunContext run = new TestRunContext(0)) {
      NDArray texts = rows(run.manager(), expected.path("texts"));
      NDArray pictures = rows(run.manager(), expected.path("pictures"));
      Map<String, Double> recalls = Models.byName(Retrieval.recalls(texts, pictures, counts, side));
      assertThat(recalls).hasSize(6);
      for (String direction : List.of("text-to-image", "image-to-text")) {
        for (int places : new int[] {1, 5, 10}) {
          assertThat(recalls.get("retrieval.%s.recall%d".formatted(direction, places)))
              .isCloseTo(expected.path(direction).path("" + places).doubleValue(), within(1e-12));
        }
      }
    }
  }

  @Test
  void whatAModelRecallsIsThatOfAPlainComputation() {
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel model = model(run.manager())) {
      Map<String, Double> recalls = Models.byName(measure(run, model, PICTURES));
      int byText = 0;
      int texts = 0;
      int byPicture = 0;
      for (Captioned own : PICTURES) {
        float[] picture = Models.embed(model, own.image());
        double nearest = -1;
        for (String caption : own.captions()) {
          float[] text = Models.embed(model, caption);
          nearest = Math.max(nearest, Models.cosine(text, picture));
          texts++;
          byText += isNearest(model, text, picture) ? 1 : 0;
        }
        byPicture += holdsFarther(model, own, picture, nearest) ? 1 : 0;
      }
      assertThat(recalls.get("retrieval.text-to-image.recall1")).isEqualTo(byText / (double) texts);
      assertThat(recalls.get("retrieval.image-to-text.recall1"))
          .isEqualTo(byPicture / (double) PICTURES.size());
    }
  }

  private static boolean isNearest(VisionLanguageModel model, float[] text, float[] picture) {
    return PICTURES.stream()
        .map(other -> Models.embed(model, other.image()))
        .allMatch(other -> Models.cosine(text, other) <= Models.cosine(text, picture));
  }

  private static boolean holdsFarther(
      VisionLanguageModel model, Captioned own, float[] picture, double nearest) {
    return PICTURES.stream()
        .filter(other -> other != own)
        .flatMap(other -> other.captions().stream())
        .allMatch(caption -> Models.cosine(Models.embed(model, caption), picture) < nearest);
  }

  @Test
  void aSmallMemoryComparesFewAtATimeAndRecallsTheSame() {
    try (TestRunContext plenty = new TestRunContext(0);
        VisionLanguageModel model = model(plenty.manager());
        TestRunContext small =
            new TestRunContext(
                0,
                new ByteSize(
                    MemoryBudget.ENGINE
                        + MemoryBudget.bytes(model)
                        + 2 * (3 * 4 * 12 * 40 + 2 * TiledProducts.bytes(1024, 12, 1))))) {
      assertThat(measure(small, model, PICTURES)).isEqualTo(measure(plenty, model, PICTURES));
    }
  }

  @Test
  void picturesWithoutACaptionAreLeftOutAndOnlySoManyAreUsed() {
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel model = model(run.manager())) {
      List<Captioned> more = new ArrayList<>(PICTURES);
      more.add(0, new Captioned(PICTURES.get(3).image(), List.of()));
      assertThat(measure(run, model, more)).isEqualTo(measure(run, model, PICTURES));
      assertThat(
              Models.evaluation(run, "retrieval", Map.of("limit", 2))
                  .evaluate(model, task(model, more)))
          .isEqualTo(measure(run, model, PICTURES.subList(0, 2)));
      assertThatThrownBy(() -> measure(run, model, more.subList(0, 1)))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining("of 1 ordinary pictures none has a caption")
          .hasMessageContaining("give evaluations.retrieval.images");
    }
  }

  @Test
  void theFirstRecallsAreWhatTheModelIsGoodForAndSayASentenceEach() {
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel model = model(run.manager())) {
      Evaluation retrieval = evaluation(run);
      assertThat(retrieval.requires().needs()).containsExactly(Need.IMAGES);
      List<MetricValue> values = measure(run, model, PICTURES);
      assertThat(values)
          .filteredOn(value -> value.metric().role() == Role.UTILITY)
          .extracting(
              value ->
                  retrieval
                      .statement(new Reading(value.metric(), .5, .25, null, null))
                      .orElseThrow()
                      .sentence())
          .containsExactly(
              "For 25.0 % of the captions their own picture is the nearest (50.0 % before).",
              "For 25.0 % of the pictures one of their own captions is the nearest (50.0 %"
                  + " before).");
    }
  }

  private List<MetricValue> measure(
      TestRunContext run, VisionLanguageModel model, List<Captioned> pictures) {
    return evaluation(run).evaluate(model, task(model, pictures));
  }

  private static EvaluationTask task(VisionLanguageModel model, List<Captioned> pictures) {
    return EvaluationTask.of(model).with(EvaluationData.none().withImages(pictures));
  }

  private static NDArray rows(NDManager manager, JsonNode table) {
    float[] values = Parity.floats(table);
    return UnitLength.of(
        manager, manager.create(values, new Shape(table.size(), values.length / table.size())));
  }

  private static List<Captioned> pictures() {
    List<Captioned> pictures = new ArrayList<>();
    for (TinyPicture.Shape shape : TinyPicture.Shape.values()) {
      for (int color = 0; color < COLORS.size(); color++) {
        List<String> captions = new ArrayList<>();
        for (int i = 0; i <= color % 3; i++) {
          captions.add("%s %s, number %d".formatted(COLORS.get(color), shape, i));
        }
        pictures.add(
            new Captioned(
                new TinyPicture(shape, List.of(0xff0000, 0xff00, 0xff, 0xffffff).get(color)),
                captions));
      }
    }
    return pictures;
  }
}
