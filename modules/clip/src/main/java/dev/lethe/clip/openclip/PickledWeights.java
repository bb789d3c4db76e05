package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.pickle.StateDictEntry;
import dev.lethe.tensor.pickle.StateDictFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of {@code torch.save}. */
record PickledWeights(StateDictFile file) implements WeightsFile {

  static PickledWeights open(Path path) {
    return new PickledWeights(StateDictFile.open(path));
  }

  @Override
  public Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (StateDictEntry entry : file.entries()) {
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
