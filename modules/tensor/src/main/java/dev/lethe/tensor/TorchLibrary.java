package dev.lethe.tensor;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import dev.lethe.api.LetheException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * PyTorch's native library as this process has loaded it.
 *
 * @param version of PyTorch, such as {@code 2.7.1}
 * @param djl the version of DJL, through which Java calls it
 * @param folder where the library was loaded from
 * @param builtForCuda whether it could use a GPU at all
 * @param features what it says it can use, such as {@code MKL}, {@code CUDA}, {@code CUDNN}
 * @param threads that one operation is divided among
 * @param gpus the devices that it can use, in the order of their numbers
 */
public record TorchLibrary(
    String version,
    String djl,
    Path folder,
    boolean builtForCuda,
    Set<String> features,
    int threads,
    List<Gpu> gpus) {

  /** Copies the collections. */
  public TorchLibrary {
    features = new TreeSet<>(features);
    gpus = List.copyOf(gpus);
  }

  /**
   * Loads the library if that has not happened and looks at it.
   *
   * @throws LetheException if it cannot be loaded
   */
  public static TorchLibrary load() {
    Engine engine = TorchEngine.start();
    Path folder = Path.of(LibUtils.getLibtorchPath());
    return new TorchLibrary(
        engine.getVersion(),
        Engine.getDjlVersion(),
        folder,
        Files.exists(folder.resolve(System.mapLibraryName("torch_cuda"))),
        JniUtils.getFeatures(),
        JniUtils.getNumThreads(),
        gpus(engine));
  }

  /**
   * DJL counts GPUs with whatever CUDA runtime the system has, so it may see some that this library
   * was not built for, and none where only the library itself brings a runtime.
   */
  private static List<Gpu> gpus(Engine engine) {
    if (!JniUtils.getFeatures().contains("CUDA")) {
      return List.of();
    }
    int counted = engine.getGpuCount();
    return counted == 0
        ? List.of(Gpu.unknown(0))
        : IntStream.range(0, counted).mapToObj(Gpu::look).toList();
  }
}
