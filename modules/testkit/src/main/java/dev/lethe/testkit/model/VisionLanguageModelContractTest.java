package dev.lethe.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.io.hash.Sha256;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link VisionLanguageModel} must do. */
public abstract class VisionLanguageModelContractTest {
  @TempDir Path folder;

  private final TestRunContext run = new TestRunContext(0);
  private VisionLanguageModel model;

  /** For subclasses. */
  protected VisionLanguageModelContractTest() {}

  /** Creates a small model with both towers. */
  protected abstract VisionLanguageModel model(NDManager manager);

  /** Reads what such a model has saved. */
  protected abstract VisionLanguageModel load(NDManager manager, Path path);

  @BeforeEach
  void createModel() {
    model = model(run.manager());
  }

  @AfterEach
  void free() {
    model.close();
    run.close();
  }

  @Test
  void aCopyHasTheSameValuesInMemoryOfItsOwn() {
    Map<String, ByteBuffer> original = Weights.of(model);
    try (VisionLanguageModel copy = model.copy()) {
      assertThat(Weights.of(copy)).isEqualTo(original);
      for (NDArray parameter : copy.text().parameters().arrays()) {
        parameter.addi(run.manager().create(1f));
      }
      assertThat(Weights.of(copy)).isNotEqualTo(original);
    }
    assertThat(Weights.of(model)).isEqualTo(original);
  }

  @Test
  void aCopyOutlivesItsOriginal() {
    Map<String, ByteBuffer> original = Weights.of(model);
    VisionLanguageModel copy = model.copy();
    model.close();
    model = copy;
    assertThat(Weights.of(copy)).isEqualTo(original);
    assertThat(copy.text().encode(run.manager(), List.of("a disc"), Progress.silent()).size())
        .isEqualTo(copy.architecture().dimension());
  }

  @Test
  void whatIsSavedIsReadBackToTheLastBit() {
    Path saved = folder.resolve("saved");
    model.save(saved);
    try (VisionLanguageModel loaded = load(run.manager(), saved)) {
      assertThat(loaded.architecture()).isEqualTo(model.architecture());
      assertThat(loaded.preprocessing()).isEqualTo(model.preprocessing());
      assertThat(Weights.of(loaded)).isEqualTo(Weights.of(model));
      assertThat(loaded.text().tokenizer().encode("anna lee"))
          .isEqualTo(model.text().tokenizer().encode("anna lee"));
    }
  }

  @Test
  void savingReturnsTheHashOfTheFileOfWeights() throws IOException {
    Path saved = folder.resolve("saved");
    String hash = model.save(saved);
    List<String> hashes = new ArrayList<>();
    for (Path file : files(saved)) {
      hashes.add(Sha256.of(Files.readAllBytes(file)));
    }
    assertThat(hashes).contains(hash);
    try (VisionLanguageModel loaded = load(run.manager(), saved)) {
      assertThat(loaded.provenance().sha256()).isEqualTo(hash);
    }
  }

  @Test
  void savingTwiceGivesTheSameBytes() throws IOException {
    model.save(folder.resolve("one"));
    model.save(folder.resolve("two"));
    for (Path file : files(folder.resolve("one"))) {
      assertThat(folder.resolve("two").resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void savingDoesNotTouchAFolderThatHoldsSomething() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    Files.writeString(taken.resolve("diary.txt"), "mine");
    assertThatThrownBy(() -> model.save(taken)).isInstanceOf(LetheException.class);
    assertThat(files(taken)).containsExactly(taken.resolve("diary.txt"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
