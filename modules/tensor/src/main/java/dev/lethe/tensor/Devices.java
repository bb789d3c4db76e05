package dev.lethe.tensor;

import ai.djl.Device;
import dev.lethe.api.UsageException;
import dev.lethe.tensor.hardware.NvidiaDriver;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses where tensors live. */
public final class Devices {
  private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");

  private Devices() {}

  /**
   * Understands the {@code device} of a configuration.
   *
   * @param text {@code auto} (CUDA where there is one, else the processor), {@code cpu}, {@code
   *     cuda} or {@code cuda:1}
   * @throws UsageException if it is none of these, or if that device is not there; says what is
   *     missing
   */
  public static Device parse(String text) {
    boolean processor = text.equals("cpu");
    if (!processor && !text.equals("auto") && !CUDA.matcher(text).matches()) {
      throw new UsageException(
          "device must be auto, cpu, cuda or cuda:<number> (got '" + text + "')");
    }
    return processor ? Device.cpu() : choose(text, TorchLibrary.load(), NvidiaDriver.find());
  }

  static Device choose(String text, TorchLibrary library, NvidiaDriver driver) {
    int available = library.gpus().size();
    if (text.equals("auto")) {
      return available > 0 ? Device.gpu(0) : Device.cpu();
    }
    Optional<String> missing = CudaDiagnosis.of(library, driver);
    if (missing.isPresent()) {
      throw new UsageException(
          "device %s cannot be used: %s; or use device=cpu".formatted(text, missing.get()));
    }
    Matcher cuda = CUDA.matcher(text);
    int wanted = cuda.matches() && cuda.group(1) != null ? Integer.parseInt(cuda.group(1)) : 0;
    if (wanted >= available) {
      throw new UsageException(
          "device %s is not there: PyTorch finds %s; use one of these, or device=cpu"
              .formatted(text, available == 1 ? "cuda:0" : "cuda:0 to cuda:" + (available - 1)));
    }
    return Device.gpu(wanted);
  }
}
