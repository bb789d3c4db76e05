package dev.lethe.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.Parameter;
import dev.lethe.io.hash.Sha256;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link Model} must do, whatever it computes.
 *
 * @param <M> its kind
 */
public abstract class ModelContractTest<M extends Model> {
  @TempDir Path folder;

  private final TestRunContext run = new TestRunContext(0);
  private M model;

  /** For subclasses. */
  protected ModelContractTest() {}

  /** Creates a small model. */
  protected abstract M model(NDManager manager);

  /** Reads what such a model has saved. */
  protected abstract M load(NDManager manager, Path path);

  @BeforeEach
  void createModel() {
    model = model(run.manager());
  }

  @AfterEach
  void free() {
    model.close();
    run.close();
  }

  /** Returns the model. */
  protected final M model() {
    return model;
  }

  /** Returns what owns the test's memory. */
  protected final NDManager manager() {
    return run.manager();
  }

  /** Returns a place where nothing is yet. */
  protected final Path place() {
    return folder.resolve("saved");
  }

  /** Copies the model. */
  @SuppressWarnings("unchecked") // a copy is of the same kind
  protected final M copy() {
    return (M) model.copy();
  }

  @Test
  void everyParameterHasANameAndBelongsToAComponentThatIsThere() {
    assertThat(model.components()).isNotEmpty().doesNotContain(Component.SHARED);
    Set<Component> all = new HashSet<>(model.components());
    all.add(Component.SHARED);
    assertThat(model.parameters())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(all).contains(p.info().component()));
    assertThat(model.parameters().list().stream().map(p -> p.info().component()))
        .containsAll(model.components());
  }

  @Test
  void parametersAreThoseItComputesWithEveryTimeTheyAreAsked() {
    Parameter first = model.parameters().list().get(0);
    first.value().addi(1);
    assertThat(model.parameters().get(first.info().name())).isEqualTo(first.value());
  }

  @Test
  void aCopyHasTheSameValuesInMemoryOfItsOwn() {
    Map<String, ByteBuffer> original = Weights.of(model);
    try (M copy = copy()) {
      assertThat(Weights.of(copy)).isEqualTo(original);
      assertThat(copy.components()).isEqualTo(model.components());
      for (NDArray parameter : copy.parameters().arrays()) {
        parameter.addi(run.manager().create(1f));
      }
      assertThat(Weights.of(copy)).isNotEqualTo(original);
    }
    assertThat(Weights.of(model)).isEqualTo(original);
  }

  @Test
  void aCopyOutlivesItsOriginal() {
    Map<String, ByteBuffer> original = Weights.of(model);
    M copy = copy();
    model.close();
    model = copy;
    assertThat(Weights.of(copy)).isEqualTo(original);
  }

  @Test
  void whatIsSavedIsReadBackToTheLastBit() {
    model.save(place());
    try (M loaded = load(run.manager(), place())) {
      assertThat(loaded.components()).isEqualTo(model.components());
      assertThat(Weights.of(loaded)).isEqualTo(Weights.of(model));
    }
  }

  @Test
  void savingReturnsTheHashOfTheFileOfWeights() throws IOException {
    String hash = model.save(place());
    List<String> hashes = new ArrayList<>();
    for (Path file : files(place())) {
      hashes.add(Sha256.of(Files.readAllBytes(file)));
    }
    assertThat(hashes).contains(hash);
    try (M loaded = load(run.manager(), place())) {
      assertThat(loaded.provenance().sha256()).isEqualTo(hash);
    }
  }

  @Test
  void savingTwiceGivesTheSameBytes() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    model.save(one);
    model.save(two);
    for (Path file : files(one)) {
      assertThat(two.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
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
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
