package dev.lethe.clip.contract;

import dev.lethe.testkit.model.ModelWriterContractTest;

class OpenClipWriterTest extends ModelWriterContractTest {
  OpenClipWriterTest() {
    super(TinyClip.RUN, "open-clip");
  }
}
