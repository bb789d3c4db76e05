package dev.lethe.clip.contract;

import dev.lethe.testkit.model.ModelWriterContractTest;

class HuggingFaceWriterTest extends ModelWriterContractTest {
  HuggingFaceWriterTest() {
    super(TinyClip.RUN, "hugging-face");
  }
}
