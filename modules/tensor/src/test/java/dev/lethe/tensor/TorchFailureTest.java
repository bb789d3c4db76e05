package dev.lethe.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class TorchFailureTest {

  @Test
  void anAllocationThatNoMachineCanServeNamesTheSetting() {
    try (NDManager manager = TorchEngine.open(Device.cpu())) {
      EngineException failure =
          catchThrowableOfType(
              EngineException.class, () -> manager.zeros(new Shape(1L << 30, 1L << 20)));
      assertThat(TorchFailure.explain(failure))
          .hasMessageContaining("memory ran out as PyTorch wanted 4503599.6 GB more")
          .hasMessageContaining("max-memory");
    }
  }

  @Test
  void whatCudaSaysIsUnderstoodToo() {
    EngineException failure =
        new EngineException("CUDA out of memory. Tried to allocate 1.50 GiB. GPU 0 has a total of");
    assertThat(TorchFailure.explain(failure)).hasMessageContaining("wanted 1.6 GB more");
  }

  @Test
  void anythingElseIsGivenInOneLine() {
    EngineException failure = new EngineException("\nexpected a matrix\n  at line 3\n");
    assertThat(TorchFailure.explain(failure)).hasMessage("PyTorch failed: expected a matrix");
  }
}
