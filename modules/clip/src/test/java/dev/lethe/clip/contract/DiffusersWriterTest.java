package dev.lethe.clip.contract;

import dev.lethe.testkit.model.ModelWriterContractTest;

class DiffusersWriterTest extends ModelWriterContractTest {
  DiffusersWriterTest() {
    super(TinyClip.RUN, "diffusers");
  }
}
