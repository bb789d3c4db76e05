package dev.lethe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
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

class PromptFilesTest {
  @TempDir private Path folder;

  @Test
  void withoutAFileThereAreFourPlainPrompts() {
    assertThat(Templates.read(null).fill("red circle"))
        .containsExactly(
            "a photo of a red circle",
            "a red circle",
            "a picture of a red circle",
            "an image showing a red circle");
  }

  @Test
  void promptsAreReadFromAList() throws IOException {
    Path file = write("[\"a bad photo of a {}.\", \"the {}\"]");
    assertThat(Templates.read(file).fill("goose"))
        .containsExactly("a bad photo of a goose.", "the goose");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "[\"a {}\", 3]", "[\"a {}\", \"a goose\"]", "[\"a {}\"", ""})
  void whatIsNoListOfPromptsIsRefused(String text) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> Templates.read(file))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(file.toString())
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> Templates.read(folder.resolve("none.json")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("none.json");
  }

  @Test
  void withoutAFileClassesAreCalledAsTheirFolders() {
    assertThat(ClassNames.read(null).of(List.of("red circle"))).containsExactly("red circle");
  }

  @Test
  void numberedFoldersAreNamedByTheirPlaceInAList() throws IOException {
    Path file = write("[\"tench\", \"goldfish\", \"great white shark\"]");
    assertThat(ClassNames.read(file).of(List.of("0", "2", "1")))
        .containsExactly("tench", "great white shark", "goldfish");
  }

  @Test
  void foldersAreNamedByAnObject() throws IOException {
    Path file = write("{\"n01_440\": \"tench\", \"n02\": \"goldfish\"}");
    assertThat(ClassNames.read(file).of(List.of("n01 440", "n02")))
        .containsExactly("tench", "goldfish");
  }

  @Test
  void aFolderWithoutANameIsRefused() throws IOException {
    ClassNames names = ClassNames.read(write("[\"tench\"]"));
    assertThatThrownBy(() -> names.of(List.of("0", "1")))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("no name for class folder '1' (it has 1 names)");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("prompts.json"), text);
  }
}
