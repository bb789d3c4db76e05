package dev.lethe.tensor;

import ai.djl.Device;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.Precision;
import dev.lethe.tensor.hardware.NvidiaDriver;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses where tensors live. */
public final class Devices {
  private static final String TF32 = "TORCH_ALLOW_TF32_CUBLAS_OVERRIDE";
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

  /**
   * Refuses a precision that a device does not have, or that this process was not started for: from
   * its first matrix product on, PyTorch uses TF32 if and only if the environment says so.
   *
   * @throws UsageException if models cannot compute like that
   */
  public static void requirePrecision(Device device, Precision precision) {
    requirePrecision(device, precision, "1".equals(System.getenv(TF32)));
  }

  static void requirePrecision(Device device, Precision precision, boolean tf32) {
    boolean wanted = precision == Precision.TF32;
    if (wanted && !device.isGpu()) {
      throw new UsageException(
          "precision tf32 is a GPU's, and this run is on the processor; use precision=fp32");
    }
    if (wanted && !tf32) {
      throw new UsageException(
          "precision tf32 must be known before PyTorch starts: give precision=tf32 on the command"
              + " line, or set "
              + TF32
              + "=1");
    }
    if (!wanted && tf32 && device.isGpu()) {
      throw new UsageException(
          "%s=1 would make precision %s less exact; unset it, or use precision=tf32"
              .formatted(TF32, precision.name().toLowerCase(Locale.ROOT)));
    }
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
