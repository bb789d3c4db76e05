package dev.lethe.engine.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.Picture;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.Damage;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.RecordedProgress;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.TinyPicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CachingModelTest {
  private static final long PLENTY = 1 << 20;

  private final TestRunContext run = new TestRunContext(0);
  private final NDManager manager = run.manager();
  private final AtomicInteger reads = new AtomicInteger();
  private final List<Counted> pictures = List.of(new Counted(1), new Counted(2), new Counted(3));
  private RunExtensions extensions;
  private VisionLanguageModel model;
  @TempDir Path folder;

  @BeforeEach
  void createModel() {
    extensions = new InProcessExtensions(List.of(ClipModule::new)).open(run);
    ModelFactory factory = extensions.create(ModelFactory.class, "open-clip", Map.of(), "model");
    model = TinyModels.create(factory, manager, folder, 7);
  }

  @AfterEach
  void close() {
    model.close();
    extensions.close();
    run.close();
  }

  @Test
  void aSecondAttackOnTheSameImageTowerReadsNoPicture() {
    NDArray plain = model.image().encode(manager, pictures, Progress.silent());
    int once = reads.getAndSet(0);
    NDArray first = encode(model, pictures);
    try (VisionLanguageModel otherText = model.copy()) {
      otherText.text().parameters().get("text_projection").muli(2);
      NDArray second = encode(otherText, pictures);
      assertThat(reads).hasValue(once);
      assertThat(first).isEqualTo(plain);
      assertThat(second).isEqualTo(plain);
    }
  }

  @Test
  void anotherTowerAnotherProgramAndOtherPicturesAreEmbeddedAnew() {
    NDArray first = encode(model, pictures);
    try (VisionLanguageModel other = model.copy()) {
      other.image().parameters().get("visual.proj").muli(2);
      assertThat(encode(other, pictures)).isNotEqualTo(first);
      assertThat(reads).hasValue(6);
    }
    assertThat(encode(model, pictures.subList(0, 2)).getShape().get(0)).isEqualTo(2);
    assertThat(reads).hasValue(8);
    new CachingModel(model, store(PLENTY), "changed")
        .image()
        .encode(manager, pictures, Progress.silent());
    assertThat(reads).hasValue(11);
  }

  @Test
  void picturesWithoutAHashAreAlwaysEmbedded() {
    List<ImageFile> unknown = List.of(new TinyPicture(TinyPicture.Shape.DISC, 0x112233));
    assertThat(encode(model, unknown)).isEqualTo(encode(model, unknown));
    assertThat(folder.resolve("kept")).doesNotExist();
  }

  @Test
  void whatOtherProcessesEvictAtAnyTimeIsOnlyForgotten() throws Exception {
    EmbeddingStore store = store(PLENTY);
    EmbeddingStore small = store(40);
    ExecutorService others = Executors.newFixedThreadPool(1);
    AtomicBoolean done = new AtomicBoolean();
    Future<?> evicting =
        others.submit(
            () -> {
              while (!done.get()) {
                small.write("other", new float[] {7}); // makes room by deleting all else
              }
            });
    for (int i = 0; i < 300; i++) {
      store.write("mine", new float[] {i, 2});
      Optional<float[]> read = store.read("mine", 2, Progress.silent());
      int number = i;
      read.ifPresent(values -> assertThat(values).containsExactly(number, 2));
    }
    done.set(true);
    evicting.get();
    others.shutdown();
  }

  @Test
  void aStoreThatIsFullForgetsWhatWasNotReadLongest() {
    EmbeddingStore store = store(16 + 2 * 32);
    store.write("a", new float[] {1, 2});
    store.write("b", new float[] {3, 4});
    setOld("b");
    store.write("c", new float[] {5});
    assertThat(store.read("a", 2, Progress.silent()).orElseThrow()).containsExactly(1, 2);
    assertThat(store.read("b", 2, Progress.silent())).isEmpty();
    assertThat(store.read("c", 1, Progress.silent()).orElseThrow()).containsExactly(5);
    assertThat(store.read("c", 2, Progress.silent())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNREADABLE")
  void damagedEmbeddingsAreComputedAgainWithAWord(Damage damage) {
    NDArray first = encode(model, pictures);
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      files.forEach(damage::to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reads.set(0);
    RecordedProgress progress = new RecordedProgress();
    NDArray again =
        new CachingModel(model, store(PLENTY), "program")
            .image()
            .encode(manager, pictures, progress);

    assertThat(again).isEqualTo(first);
    assertThat(reads).hasValue(3);
    assertThat(progress.messages())
        .singleElement()
        .asString()
        .endsWith("its pictures are embedded again");
    assertThat(encode(model, pictures)).isEqualTo(first);
    assertThat(reads).hasValue(3);
  }

  @Test
  void embeddingsOfOtherPicturesUnderTheirNameAreNotBelieved() {
    EmbeddingStore store = store(PLENTY);
    store.write("a", new float[] {1, 2});
    store.write("b", new float[] {3, 4});
    Path kept = folder.resolve("kept");
    assertThat(kept.resolve("a.f32").toFile().renameTo(kept.resolve("b.f32").toFile())).isTrue();
    assertThat(store.read("b", 2, Progress.silent())).isEmpty();
  }

  private void setOld(String key) {
    assertThat(folder.resolve("kept").resolve(key + ".f32").toFile().setLastModified(1)).isTrue();
  }

  private NDArray encode(VisionLanguageModel each, List<? extends ImageFile> images) {
    return new CachingModel(each, store(PLENTY), "program")
        .image()
        .encode(manager, images, Progress.silent());
  }

  private EmbeddingStore store(long mostBytes) {
    return new EmbeddingStore(folder.resolve("kept"), mostBytes);
  }

  /** Notes that it is read. */
  private final class Counted implements ImageFile {
    private final TinyPicture picture;

    Counted(int number) {
      picture = new TinyPicture(TinyPicture.Shape.DISC, 0x102030 * number);
    }

    @Override
    public String name() {
      return picture.name();
    }

    @Override
    public Optional<String> contentHash() {
      return Optional.of(picture.toString());
    }

    @Override
    public Picture read() {
      reads.incrementAndGet();
      return picture.read();
    }
  }
}
