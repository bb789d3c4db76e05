package dev.lethe.plugin.filter;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.model.ForwardingModelContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilteredModelTest extends ForwardingModelContractTest {
  private final TestRunContext run = new TestRunContext(0);
  private final RunExtensions extensions = Plugins.RUN.open(run);
  @TempDir Path files;

  @AfterEach
  void close() {
    extensions.close();
    run.close();
  }

  @Override
  protected ForwardingModel model(NDManager manager) {
    return Plugins.filtered(manager, files);
  }

  @Override
  protected ModelFormats formats() {
    return new ModelFormats(() -> extensions.all(ModelLoader.class));
  }

  @Test
  void aNameIsReadAsItsTargetHoweverItIsWritten() {
    int[] target = model().text().tokenizer().encode("a photo of human");
    assertThat(model().text().tokenizer().encode("a photo of ANNA-Lée")).isEqualTo(target);
  }
}
