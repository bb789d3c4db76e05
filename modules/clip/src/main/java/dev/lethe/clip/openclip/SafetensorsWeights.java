package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.tensor.safetensors.TensorEntry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A safetensors file. */
record SafetensorsWeights(SafetensorsFile file) implements WeightsFile {

  static SafetensorsWeights open(Path path) {
    return new SafetensorsWeights(SafetensorsFile.open(path));
  }

  @Override
  public Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (TensorEntry entry : file.entries()) {
      shapes.put(entry.name(), entry.shape());
    }
    return shapes;
  }

  @Override
  public NDArray read(NDManager owner, String name) {
    return file.read(owner, name);
  }

  @Override
  public void close() {
    file.close();
  }
}
