package dev.lethe.plugin.filter;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.model.ForwardingModelContractTest;
import org.junit.jupiter.api.Test;

class FilteredModelTest extends ForwardingModelContractTest {
  FilteredModelTest() {
    super(Plugins.RUN);
  }

  @Override
  protected ForwardingModel around(NDManager manager, VisionLanguageModel inner) {
    return Plugins.filtered(inner);
  }

  @Test
  void aNameIsReadAsItsTargetHoweverItIsWritten() {
    int[] target = model().text().tokenizer().encode("a photo of human");
    assertThat(model().text().tokenizer().encode("a photo of ANNA-Lée")).isEqualTo(target);
  }
}
