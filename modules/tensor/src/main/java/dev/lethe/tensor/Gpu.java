package dev.lethe.tensor;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import java.lang.management.MemoryUsage;
import org.jspecify.annotations.Nullable;

/**
 * A GPU that PyTorch can use.
 *
 * @param index its number in {@code cuda:<index>}
 * @param capability CUDA's compute capability without the point, such as {@code 90}, or null if
 *     unknown
 * @param memoryBytes all of its memory, or null if unknown
 * @param freeBytes what of it nobody uses now, or null if unknown
 */
public record Gpu(
    int index, @Nullable String capability, @Nullable Long memoryBytes, @Nullable Long freeBytes) {

  static Gpu look(int index) {
    MemoryUsage memory = CudaUtils.getGpuMemory(Device.gpu(index));
    return new Gpu(
        index,
        CudaUtils.getComputeCapability(index),
        memory.getMax(),
        memory.getMax() - memory.getUsed());
  }

  static Gpu unknown(int index) {
    return new Gpu(index, null, null, null);
  }
}
