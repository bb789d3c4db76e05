package dev.lethe.clip.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.openclip.Parity;
import dev.lethe.clip.openclip.StateDictLoader;
import dev.lethe.tensor.TorchEngine;
import dev.lethe.tensor.stored.StoredType;
import dev.lethe.tensor.stored.TensorContent;
import dev.lethe.testkit.TestDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a training puts before names, or between their parts, is not part of them. */
class WrappedNamesTest {
  private static final String OPEN_CLIP = "open_clip_model.safetensors";
  private static final String HUGGING_FACE = "model.safetensors";

  @TempDir Path folder;
  private final NDManager manager = TorchEngine.open(TestDevice.chosen());

  @AfterEach
  void freeMemory() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "module.",
        "_orig_mod.",
        "model.",
        "module._orig_mod.",
        "_orig_mod.module.",
        "model._orig_mod.",
        "model.module._orig_mod.",
        "net.clip.",
        "clip_model.",
        "_fsdp_wrapped_module._checkpoint_wrapped_module.",
        "module.model.module.net."
      })
  void whatStandsBeforeEveryNameIsTakenAway(String prefix) throws IOException {
    isReadAsTheOriginal(Parity.model(), OPEN_CLIP, name -> prefix + name);
    isReadAsTheOriginal(Formats.fixture("whole"), HUGGING_FACE, name -> prefix + name);
  }

  @ParameterizedTest
  @CsvSource({
    "visual, visual._orig_mod",
    "transformer.resblocks.1, transformer.resblocks.1._checkpoint_wrapped_module",
    "visual, module.visual",
    "token_embedding, model._orig_mod.token_embedding"
  })
  void whatStandsInSomeNamesIsTakenAway(String part, String wrapped) throws IOException {
    isReadAsTheOriginal(
        Parity.model(),
        OPEN_CLIP,
        name -> name.startsWith(part) ? wrapped + name.substring(part.length()) : name);
  }

  @Test
  void aTowerOfTheTransformersLibraryMayBeCompiledAlone() throws IOException {
    isReadAsTheOriginal(
        Formats.fixture("whole"),
        HUGGING_FACE,
        name -> name.replace("text_model.encoder", "text_model._orig_mod.encoder"));
  }

  @Test
  void aFileOfWeightsMayBeWrappedToo() throws IOException {
    Path archive = Formats.fixture("openai");
    Rewritten wrapped =
        Rewritten.copy(archive, "tiny.pt", folder.resolve("wrapped"), manager)
            .renamed(name -> "_orig_mod." + name);
    Path saved = folder.resolve("saved");
    Path expected = folder.resolve("expected");
    StateDictLoader loader = new StateDictLoader();
    try (VisionLanguageModel model =
            loader.load(manager, wrapped.weights(), LoadOptions.none(), ComputeOptions.standard());
        VisionLanguageModel original =
            loader.load(
                manager,
                archive.resolve("tiny.pt"),
                LoadOptions.none(),
                ComputeOptions.standard())) {
      model.save(saved);
      original.save(expected);
    }
    assertThat(Formats.tensors(saved.resolve(OPEN_CLIP)))
        .isEqualTo(Formats.tensors(expected.resolve(OPEN_CLIP)));
  }

  @Test
  void twoModelsInOneFileAreRefusedByTheNamesThatTheyShare() throws IOException {
    Rewritten twice =
        Rewritten.copy(Parity.model(), OPEN_CLIP, folder.resolve("twice"), manager)
            .with("module.logit_scale", TensorContent.of(manager.create(1f), StoredType.F32));
    assertThatExceptionOfType(LetheException.class)
        .isThrownBy(() -> Formats.load(manager, twice.folder(), LoadOptions.none()).close())
        .withMessageContaining("holds the tensor logit_scale twice, as ")
        .withMessageContaining("module.logit_scale");
  }

  @ParameterizedTest
  @ValueSource(strings = {"module.", "model.", "clip._orig_mod."})
  void aNameMayBeWrappedManyTimes(String prefix) throws IOException {
    isReadAsTheOriginal(Parity.model(), OPEN_CLIP, name -> prefix.repeat(2_000) + name);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatIsRefusedDoesNotStayOpen() throws IOException {
    Rewritten openClip =
        Rewritten.copy(Parity.model(), OPEN_CLIP, folder.resolve("open-clip"), manager)
            .with("module.logit_scale", TensorContent.of(manager.create(1f), StoredType.F32));
    Rewritten huggingFace =
        Rewritten.copy(Formats.fixture("whole"), HUGGING_FACE, folder.resolve("hf"), manager)
            .with("module.logit_scale", TensorContent.of(manager.create(1f), StoredType.F32));
    for (Rewritten twice : List.of(openClip, huggingFace)) {
      assertThatExceptionOfType(LetheException.class)
          .isThrownBy(() -> Formats.load(manager, twice.folder(), LoadOptions.none()).close())
          .withMessageContaining("twice");
      assertThat(openFiles()).doesNotContain(twice.weights().toRealPath());
    }
  }

  private static List<Path> openFiles() throws IOException {
    List<Path> open = new ArrayList<>();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors.toList()) {
        if (Files.isSymbolicLink(descriptor)) { // that of the list itself is closed by now
          open.add(Files.readSymbolicLink(descriptor));
        }
      }
    }
    return open;
  }

  private void isReadAsTheOriginal(Path model, String weights, UnaryOperator<String> naming)
      throws IOException {
    Path at = folder.resolve(model.getFileName() + "-wrapped");
    Rewritten wrapped = Rewritten.copy(model, weights, at, manager).renamed(naming);
    assertThat(Formats.tensors(wrapped.weights()))
        .isNotEqualTo(Formats.tensors(model.resolve(weights)));
    Path saved = folder.resolve(model.getFileName() + "-saved");
    try (VisionLanguageModel read = Formats.load(manager, at, LoadOptions.none())) {
      assertThat(read.provenance().warnings()).isEmpty();
      read.save(saved);
    }
    assertThat(Formats.tensors(saved.resolve(weights)))
        .isEqualTo(Formats.tensors(model.resolve(weights)));
  }
}
