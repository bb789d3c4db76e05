package dev.lethe.tensor;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import dev.lethe.api.settings.ByteSize;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** How much memory a run may take where its configuration does not say. */
public final class FreeMemory {
  private static final Path SYSTEM = Path.of("/proc/meminfo");
  private static final double SHARE = .9;

  private FreeMemory() {}

  /**
   * Returns nine tenths of what is free: on a processor, what the system can give without swapping,
   * and no more than a container's limit; on a GPU, what nobody uses of its memory.
   */
  public static ByteSize on(Device device) {
    if (device.isGpu()) {
      MemoryUsage gpu = CudaUtils.getGpuMemory(device);
      return share(gpu.getMax() - gpu.getUsed());
    }
    // in a container, the container's
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long total = machine.getTotalMemorySize();
    return share(Math.min(total, available().orElse(total)));
  }

  private static ByteSize share(long bytes) {
    return new ByteSize((long) (SHARE * bytes));
  }

  /** Only Linux tells. */
  private static OptionalLong available() {
    try {
      List<String> lines = Files.isReadable(SYSTEM) ? Files.readAllLines(SYSTEM) : List.of();
      return lines.stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
