package dev.lethe.shell.result;

import dev.lethe.tensor.CudaDiagnosis;
import dev.lethe.tensor.Gpu;
import dev.lethe.tensor.TorchLibrary;
import dev.lethe.tensor.hardware.NvidiaDriver;
import dev.lethe.tensor.hardware.Processor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What computes on this machine, in words and numbers. */
public final class DeviceDescription {
  private static final double GIB = 1L << 30;

  private final NvidiaDriver driver;
  private final Map<String, Object> rows = new LinkedHashMap<>();

  /** Begins with what is there before any library is loaded. */
  public DeviceDescription(Processor processor, NvidiaDriver driver) {
    this.driver = driver;
    rows.put("processor", processor.model());
    rows.put("processor.threads", processor.logical());
    rows.put("processor.features", processor.features());
    rows.put("driver", driver.isPresent() ? driver.traces() : List.of("none"));
    if (driver.version() != null) {
      rows.put("driver.version", driver.version());
    }
    if (!driver.models().isEmpty()) {
      rows.put("driver.gpus", driver.models());
    }
  }

  /** Adds the library and the devices that it can use. */
  public void with(TorchLibrary library) {
    rows.put("engine", "PyTorch %s, DJL %s".formatted(library.version(), library.djl()));
    rows.put("engine.library", library.folder().toString());
    rows.put("engine.flavor", library.builtForCuda() ? "cuda" : "cpu");
    rows.put("engine.features", library.features());
    rows.put("engine.threads", library.threads());
    rows.put("devices", devices(library));
    library.gpus().forEach(this::gpu);
    rows.put("device.auto", library.gpus().isEmpty() ? "cpu" : "cuda:0");
    CudaDiagnosis.of(library, driver).ifPresent(missing -> rows.put("cuda.missing", missing));
  }

  /** Says why there is no library. */
  public void without(String reason) {
    rows.put("engine.missing", reason);
  }

  /** Returns the rows in the order in which a person reads them. */
  public Map<String, Object> rows() {
    return rows;
  }

  /** Puts the value of a row into one line; the long ones are bytes. */
  public static String text(Object value) {
    if (value instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
    return value instanceof Long bytes
        ? String.format(Locale.ROOT, "%.1f GiB", bytes / GIB)
        : value.toString();
  }

  private void gpu(Gpu gpu) {
    String name = "cuda:" + gpu.index();
    if (gpu.capability() != null) {
      rows.put(name + ".capability", gpu.capability());
    }
    if (gpu.memoryBytes() != null) {
      rows.put(name + ".memory", gpu.memoryBytes());
    }
    if (gpu.freeBytes() != null) {
      rows.put(name + ".free", gpu.freeBytes());
    }
  }

  private static List<String> devices(TorchLibrary library) {
    List<String> devices = new ArrayList<>(List.of("cpu"));
    library.gpus().forEach(gpu -> devices.add("cuda:" + gpu.index()));
    return devices;
  }
}
