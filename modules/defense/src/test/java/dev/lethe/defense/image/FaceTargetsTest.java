package dev.lethe.defense.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.AveragePersonTarget;
import dev.lethe.api.defense.EmbeddingTarget;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.model.VisionLanguageModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceTargetsTest {

  @TempDir Path folder;

  @Test
  void facesMeanTheAveragePersonUnlessSomebodySaysOtherwise() {
    assertThat(targets(Map.of()).of("Anna Lee")).isEqualTo(new AveragePersonTarget());
    assertThat(targets(Map.of("target", "a person")).of("Anna Lee"))
        .isEqualTo(new TextTarget("a person"));
  }

  @Test
  void randomTargetsDifferFromPersonToPersonAndAreTheSameEachTime() {
    FaceTargets random = targets(Map.of("target", "random"));
    assertThat(random.of("Anna Lee")).isEqualTo(targets(Map.of("target", "random")).of("Anna Lee"));
    assertThat(random.of("Anna Lee").identity()).isNotEqualTo(random.of("Bo Carr").identity());
    float[] drawn = ((RandomTarget) random.of("Anna Lee")).draw(12);
    assertThat(random.of("Anna Lee").embedding(12))
        .hasValueSatisfying(
            values ->
                assertThat(values)
                    .containsExactlyElementsOf(
                        IntStream.range(0, 12).mapToObj(i -> drawn[i]).toList()));
    assertThat(drawn).hasSize(12).isNotEqualTo(((RandomTarget) random.of("Bo Carr")).draw(12));
  }

  @Test
  void singlePeopleCanHaveTargetsOfTheirOwn() throws IOException {
    Path file = folder.resolve("targets.csv");
    Files.writeString(file, "name,target\nAnna Lee,a child\nBo Carr,average-person\n");
    FaceTargets targets = targets(Map.of("target", "a person", "targets", file.toString()));
    assertThat(targets.of("Anna Lee")).isEqualTo(new TextTarget("a child"));
    assertThat(targets.of("Bo Carr")).isEqualTo(new AveragePersonTarget());
    assertThat(targets.of("Cleo Moss")).isEqualTo(new TextTarget("a person"));
    assertThat(targets.averagePerson()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name\nAnna Lee\n",
        "name,target\nAnna Lee,\n",
        "name,target\nAnna Lee,a\nAnna Lee,b\n"
      })
  void aTableThatSaysNothingClearIsRefused(String table) throws IOException {
    Path file = Files.writeString(folder.resolve("targets.csv"), table);
    assertThatThrownBy(() -> targets(Map.of("targets", file.toString())))
        .isInstanceOf(LetheException.class)
        .hasMessageStartingWith("defense.settings.targets: ")
        .hasMessageContaining("targets.csv");
  }

  @Test
  void anEmbeddingIsReadFromAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("t.json"), "{\"embedding\": [0.5, -1, 2]}");
    assertThat(targets(Map.of("embedding", file.toString())).of("Anna Lee"))
        .isEqualTo(new EmbeddingTarget("the embedding of t.json", List.of(.5f, -1f, 2f)));
    assertThat(targets(Map.of("embedding", file.toString())).averagePerson()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"embedding\": [1, \"x\"]}", "{\"embedding\": [1e99]}", "[1, 2]", "{"})
  void aFileWithoutNumbersIsRefused(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("t.json"), content);
    assertThatThrownBy(() -> targets(Map.of("embedding", file.toString())))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("t.json");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> targets(Map.of("embedding", folder.resolve("none.json").toString())))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("none.json");
  }

  @Test
  void anEmbeddingOfAnotherWidthIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.json"), "{\"embedding\": [1, 2, 3]}");
    try (Faces faces = new Faces(0);
        VisionLanguageModel teacher = faces.model(Faces.TRANSFORMER, folder)) {
      assertThatThrownBy(() -> targets(Map.of("embedding", file.toString())).check(teacher))
          .isInstanceOf(LetheException.class)
          .hasMessage(
              "embedding: expected 12 numbers, the width of this model, found 3 in the embedding of mine.json");
    }
  }

  @Test
  void theAveragePersonIsTheMeanOfSomebody() {
    try (Faces faces = new Faces(0);
        VisionLanguageModel teacher = faces.model(Faces.TRANSFORMER, folder)) {
      TargetEmbeddings embeddings =
          new TargetEmbeddings(teacher, faces.context.manager(), List.of(), Progress.silent());
      assertThatThrownBy(() -> embeddings.of(new AveragePersonTarget()))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining("the average person is the mean of photographs of others");
    }
  }

  private static FaceTargets targets(Map<String, Object> settings) {
    return new FaceTargets(Faces.settings(settings), 1);
  }
}
