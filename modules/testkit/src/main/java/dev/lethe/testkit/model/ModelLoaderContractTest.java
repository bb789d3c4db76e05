package dev.lethe.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.ModelInfo;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link ModelLoader} must do. */
public abstract class ModelLoaderContractTest {
  @TempDir Path folder;

  private final TestRunContext run = new TestRunContext(0);
  private Path checkpoint;

  /** For subclasses. */
  protected ModelLoaderContractTest() {}

  /** Creates a loader. */
  protected abstract ModelLoader loader();

  /**
   * Writes a small checkpoint of the loader's format, a folder without optional files or a file.
   */
  protected abstract void write(NDManager manager, Path checkpoint);

  @BeforeEach
  void writeCheckpoint() {
    checkpoint = folder.resolve("checkpoint");
    write(run.manager(), checkpoint);
  }

  @AfterEach
  void free() {
    run.close();
  }

  @Test
  void itsOwnFormatIsRecognisedAndRead() {
    ModelInfo info = loader().inspect(checkpoint, LoadOptions.none()).orElseThrow();
    assertThat(info.files()).allMatch(Files::exists).anyMatch(file -> file.startsWith(checkpoint));
    try (var model =
        loader().load(run.manager(), checkpoint, LoadOptions.none(), ComputeOptions.standard())) {
      assertThat(Weights.of(model)).isNotEmpty();
      assertThat(info.components()).containsAll(model.components());
      assertThat(model).isInstanceOf(info.kind());
      assertThat(model.provenance().path()).isEqualTo(checkpoint.toString());
    }
  }

  @Test
  void theTokenizerAloneReadsAsThatOfTheModel() {
    List<String> texts = List.of("Anna  Lee", "a photo of ANNA lee's dog, 1999", "x ".repeat(99));
    try (var model =
        loader().load(run.manager(), checkpoint, LoadOptions.none(), ComputeOptions.standard())) {
      Optional<Tokenizer> alone = loader().tokenizer(checkpoint, LoadOptions.none());
      assumeThat(alone).as("this loader knows no tokenizer apart from the weights").isPresent();
      try (Tokenizer tokenizer = alone.orElseThrow()) {
        Tokenizer whole = ((VisionLanguageModel) model).text().tokenizer();
        assertThat(tokenizer.contextLength()).isEqualTo(whole.contextLength());
        for (String text : texts) {
          assertThat(tokenizer.encode(text)).isEqualTo(whole.encode(text));
        }
      }
    }
  }

  @Test
  void nothingElseIsRecognised() throws IOException {
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    assertThat(loader().inspect(foreign, LoadOptions.none())).isEmpty();
    Path text = Files.writeString(foreign.resolve("readme.txt"), "hello");
    assertThat(loader().inspect(foreign, LoadOptions.none())).isEmpty();
    assertThat(loader().inspect(text, LoadOptions.none())).isEmpty();
    assertThat(loader().inspect(folder.resolve("missing"), LoadOptions.none())).isEmpty();
  }

  @Test
  void whatIsExpectedIsSaidInOneLine() {
    assertThat(loader().expects()).isNotBlank().hasLineCount(1);
  }

  @Test
  void aMissingFileIsRefusedInOneLine() throws IOException {
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      Files.delete(file);
      requireRefused(file);
      Files.write(file, whole);
    }
  }

  @Test
  void aFileThatIsCutShortIsRefusedInOneLine() throws IOException {
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      for (int length : new int[] {0, 5, whole.length / 2, whole.length - 2}) {
        Files.write(file, Arrays.copyOf(whole, length));
        requireRefused(file);
      }
      Files.write(file, whole);
    }
  }

  private void requireRefused(Path damaged) {
    try {
      loader().inspect(checkpoint, LoadOptions.none());
    } catch (LetheException e) {
      assertThat(e).as(damaged.toString()).message().hasLineCount(1);
    }
    assertThatThrownBy(
            () ->
                loader()
                    .load(run.manager(), checkpoint, LoadOptions.none(), ComputeOptions.standard()))
        .as(damaged.toString())
        .isInstanceOf(LetheException.class)
        .message()
        .hasLineCount(1)
        .contains(damaged.getFileName().toString());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(checkpoint)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
