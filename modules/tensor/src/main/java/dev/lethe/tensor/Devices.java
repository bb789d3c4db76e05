package dev.lethe.tensor;

import ai.djl.Device;
import dev.lethe.api.UsageException;
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
   * @throws UsageException if it is none of these, or if that device is not there
   */
  public static Device parse(String text) {
    if (text.equals("cpu")) {
      return Device.cpu();
    }
    Matcher cuda = CUDA.matcher(text);
    if (!text.equals("auto") && !cuda.matches()) {
      throw new UsageException(
          "device must be auto, cpu, cuda or cuda:<number> (got '" + text + "')");
    }
    int available = TorchEngine.start().getGpuCount();
    if (text.equals("auto")) {
      return available > 0 ? Device.gpu(0) : Device.cpu();
    }
    int wanted = cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1));
    if (wanted >= available) {
      throw new UsageException(
          "device %s is not there: PyTorch finds %d CUDA devices on this machine; use device=cpu"
              .formatted(text, available));
    }
    return Device.gpu(wanted);
  }
}
