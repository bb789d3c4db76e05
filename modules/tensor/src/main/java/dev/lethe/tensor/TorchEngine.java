package dev.lethe.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import java.util.List;
import java.util.stream.Collectors;

/** DJL's PyTorch engine, the only one that Lethe uses. */
public final class TorchEngine {
  private static final String NAME = "PyTorch";
  private static final List<String> CHOICES =
      List.of("PYTORCH_LIBRARY_PATH", "PYTORCH_VERSION", "PYTORCH_FLAVOR");

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
          "PyTorch's native library cannot be loaded%s: %s".formatted(chosen(), reason(e)), e);
    }
  }

  /** What DJL obeys instead of taking the library that comes with Lethe. */
  private static String chosen() {
    String set =
        CHOICES.stream()
            .filter(name -> System.getenv(name) != null)
            .map(name -> name + "=" + System.getenv(name))
            .collect(Collectors.joining(", "));
    return set.isEmpty() ? " on this machine" : " as chosen by " + set + " (docs/devices.md)";
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
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
