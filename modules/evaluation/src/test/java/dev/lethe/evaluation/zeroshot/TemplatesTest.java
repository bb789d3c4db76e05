package dev.lethe.evaluation.zeroshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
  @TempDir private Path folder;

  @Test
  void withoutAFileThereAreFourPlainPrompts() {
    assertThat(filled(Templates.read(null, null), "red circle"))
        .containsExactly(
            "a photo of a red circle",
            "a red circle",
            "a picture of a red circle",
            "an image showing a red circle");
  }

  @Test
  void promptsAreReadFromAListWithAPlaceAsInSettingsOrAsInOpenClip() throws IOException {
    Path file = write("[\"a bad photo of a {}.\", \"the {0}\"]");
    assertThat(filled(Templates.read(file, null), "goose"))
        .containsExactly("a bad photo of a goose.", "the goose");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "[\"a {}\", 3]", "[\"a {}\", \"a goose\"]", "[\"a {}\"", ""})
  void whatIsNoListOfPromptsIsRefused(String text) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> Templates.read(file, null))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(file.toString())
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> Templates.read(folder.resolve("none.json"), null))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("none.json");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("prompts.json"), text);
  }

  @Test
  void promptsOfOneOfSeveralDataSetsAreThoseThatAreNamed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("templates.json"),
            "{\"cars\": [\"a car: {c}.\"], \"imagenet1k\": [\"a bad photo of a {c}.\"], \"pairs\": {}}");

    assertThat(filled(Templates.read(file, "imagenet1k"), "goose"))
        .containsExactly("a bad photo of a goose.");
    assertThatThrownBy(() -> Templates.read(file, null))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            file
                + " holds the prompts of several data sets; expected dataset to be one of: cars, imagenet1k");
    assertThatThrownBy(() -> Templates.read(file, "dogs"))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith("one of: cars, imagenet1k (got 'dogs')");
  }

  private static List<String> filled(Templates templates, String name) {
    return templates.prompts().stream().map(prompt -> Templates.fill(prompt, name)).toList();
  }
}
