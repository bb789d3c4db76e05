package dev.lethe.clip.contract;

import dev.lethe.api.model.ModelFactory;
import dev.lethe.testkit.model.ModelFactoryContractTest;

class OpenClipFactoryTest extends ModelFactoryContractTest {

  @Override
  protected ModelFactory factory() {
    return TinyClip.factory();
  }
}
