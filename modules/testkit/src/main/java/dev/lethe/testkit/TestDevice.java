package dev.lethe.testkit;

import ai.djl.Device;
import dev.lethe.tensor.Devices;

/**
 * Where tests compute: on the processor, unless {@code -Dlethe.test.device=cuda} says that they
 * shall prove a GPU to be as good.
 */
public final class TestDevice {
  private TestDevice() {}

  /** Returns the device. */
  public static Device chosen() {
    return Devices.parse(System.getProperty("lethe.test.device", "cpu"));
  }
}
