package dev.lethe.tensor;

import dev.lethe.tensor.hardware.NvidiaDriver;
import java.util.Optional;

/** Why PyTorch uses no GPU on this machine, and what to do about it. */
public final class CudaDiagnosis {
  private CudaDiagnosis() {}

  /**
   * Explains what is missing.
   *
   * @return a sentence, or nothing where a GPU can be used
   */
  public static Optional<String> of(TorchLibrary library, NvidiaDriver driver) {
    if (!library.gpus().isEmpty()) {
      return Optional.empty();
    }
    if (!driver.isPresent()) {
      return Optional.of("no NVIDIA driver was found on this machine");
    }
    if (!library.builtForCuda()) {
      return Optional.of(
          "there is an NVIDIA driver (%s), but PyTorch's library in %s is built for the processor"
                  .formatted(driver.traces().get(0), library.folder())
              + " alone; fetch one for CUDA with tools/cuda/fetch (docs/devices.md)");
    }
    return Optional.of(
        "PyTorch's CUDA library in %s finds no GPU that it can use; is the driver%s new enough for"
                .formatted(library.folder(), driver.version() == null ? "" : " " + driver.version())
            + " its CUDA, and does CUDA_VISIBLE_DEVICES hide nothing? (docs/devices.md)");
  }
}
