package dev.lethe.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.TorchEngine;
import org.junit.jupiter.api.Test;

class LibraryCodeTest {
  private static final long MB = 1_000_000;

  @Test
  void whatWasTouchedIsResidentAndStays() {
    try (NDManager manager = TorchEngine.open(Device.cpu())) {
      manager.zeros(new Shape(2)).close();
      long before = ProcessMemory.resident();
      LibraryCode.touch();
      long touched = ProcessMemory.resident();
      assertThat(touched - before).isGreaterThan(50 * MB);
      LibraryCode.touch();
      assertThat(ProcessMemory.resident() - touched).isLessThan(10 * MB);
    }
  }
}
