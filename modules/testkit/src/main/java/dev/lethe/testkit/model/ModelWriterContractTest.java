package dev.lethe.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.FloatFormat;
import dev.lethe.api.model.LoadOptions;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link ModelWriter} must do. */
public abstract class ModelWriterContractTest {
  @TempDir Path folder;

  private final TinyRun plugins;
  private final String name;
  private final TestRunContext run = new TestRunContext(0);
  private VisionLanguageModel model;

  /**
   * Says which writer is tested.
   *
   * @param plugins what offers it, what reads its format by the same name, and CLIP's formats
   * @param name its name
   */
  protected ModelWriterContractTest(TinyRun plugins, String name) {
    this.plugins = plugins;
    this.name = name;
  }

  @BeforeEach
  void createModel() throws IOException {
    model = plugins.model(run.manager(), Files.createDirectory(folder.resolve("files")));
  }

  @AfterEach
  void free() {
    model.close();
    run.close();
  }

  @Test
  void whatIsWrittenIsReadWithTheSameTextTower() {
    Path written = folder.resolve("written");
    writer().write(model, written, null);
    assertThat(loader().inspect(written, LoadOptions.none())).isPresent();
    try (Model read =
        loader().load(run.manager(), written, LoadOptions.none(), ComputeOptions.standard())) {
      assertThat(read).isInstanceOf(VisionLanguageModel.class);
      assertThat(states((VisionLanguageModel) read)).containsExactly(states(model));
    }
  }

  @Test
  void theSameModelGivesTheSameHash() {
    String once = writer().write(model, folder.resolve("once"), null);
    assertThat(writer().write(model, folder.resolve("twice"), null)).isEqualTo(once);
    assertThat(once).matches("[0-9a-f]{64}");
  }

  @Test
  void floatsAreStoredAsAsked() {
    for (FloatFormat format : FloatFormat.values()) {
      Path written = folder.resolve(format.name());
      writer().write(model, written, format);
      try (Model read =
          loader().load(run.manager(), written, LoadOptions.none(), ComputeOptions.standard())) {
        assertThat(read.provenance().floats()).containsExactly(format);
      }
    }
  }

  @Test
  void aFolderThatIsNotEmptyStaysWhatItIs() throws IOException {
    Path kept = Files.writeString(folder.resolve("files").resolve("kept.txt"), "precious");
    assertThatThrownBy(() -> writer().write(model, kept.getParent(), null))
        .isInstanceOf(LetheException.class)
        .message()
        .hasLineCount(1)
        .contains("is not empty");
    assertThat(kept).hasContent("precious");
  }

  @Test
  void whatIsLostIsSaidInSentencesOfOneLine() {
    assertThat(writer().losses(model)).allSatisfy(loss -> assertThat(loss).hasLineCount(1));
  }

  private float[] states(VisionLanguageModel any) {
    return any.text()
        .hiddenStates(
            run.manager(),
            any.text().parameters(),
            any.text().tokenizer().encode(List.of("a cat", "the name of the person is Ada")))
        .toFloatArray();
  }

  private ModelWriter writer() {
    return plugins.open(run).create(ModelWriter.class, name, Map.of(), "format");
  }

  private ModelLoader loader() {
    return plugins.open(run).create(ModelLoader.class, name, Map.of(), "model");
  }
}
