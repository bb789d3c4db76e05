package dev.lethe.engine.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.FloatFormat;
import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloatRangeTest {
  private final TestRunContext run = new TestRunContext(0);
  private RunExtensions extensions;
  private VisionLanguageModel model;
  @TempDir Path folder;

  @BeforeEach
  void createModel() {
    extensions = new InProcessExtensions(List.of(ClipModule::new)).open(run);
    ModelFactory factory = extensions.create(ModelFactory.class, "open-clip", Map.of(), "model");
    model = TinyModels.create(factory, run.manager(), folder, 7);
  }

  @AfterEach
  void close() {
    model.close();
    extensions.close();
    run.close();
  }

  @Test
  void aValueThatWouldBecomeInfiniteIsRefusedByTheNameOfItsParameter() {
    NDArray projection = model.text().parameters().get("text_projection");
    projection.set(new NDIndex("0, 1"), -65536f);

    assertThatThrownBy(() -> FloatRange.require(model, FloatFormat.FP16))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "text_projection has a value of the size 65536.0, and FP16 ends at 65504.0: choose another format");
    for (FloatFormat wide : List.of(FloatFormat.BF16, FloatFormat.FP32, FloatFormat.FP64)) {
      assertThatCode(() -> FloatRange.require(model, wide)).doesNotThrowAnyException();
    }
    projection.set(new NDIndex("0, 1"), Float.MAX_VALUE);
    assertThatThrownBy(() -> FloatRange.require(model, FloatFormat.BF16))
        .hasMessageContaining("BF16 ends at");
  }

  @Test
  void whatAFormatHoldsIsNotRefused() {
    NDArray projection = model.text().parameters().get("text_projection");
    projection.set(new NDIndex("0, 1"), 65504f);

    assertThatCode(() -> FloatRange.require(model, FloatFormat.FP16)).doesNotThrowAnyException();
  }
}
