package dev.lethe.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;

/** DJL's PyTorch engine, the only one that Lethe uses. */
public final class TorchEngine {
  private static final String NAME = "PyTorch";

  private TorchEngine() {}

  /**
   * Loads the native library, once in a virtual machine; must come before any other native call.
   *
   * @throws LetheException if the library is missing or does not fit this machine
   */
  public static Engine start() {
    try {
      return Engine.getEngine(NAME);
    } catch (EngineException | LinkageError e) {
      throw new LetheException(
          "PyTorch's native library cannot be loaded on this machine: " + e.getMessage(), e);
    }
  }

  /**
   * Opens a root of native memory.
   *
   * @param device as {@link Devices#parse} gives it
   * @return a manager that the caller closes
   * @throws LetheException if the engine cannot be started
   */
  public static NDManager open(Device device) {
    return start().newBaseManager(device);
  }
}
