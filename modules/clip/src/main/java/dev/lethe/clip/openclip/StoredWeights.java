package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.clip.model.Slot;
import dev.lethe.clip.model.Slots;
import dev.lethe.clip.model.WeightSource;
import dev.lethe.tensor.checkpoint.TensorFiles;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The weights of a model in a file. */
final class StoredWeights implements WeightSource, AutoCloseable {
  private static final int SHOWN = 3;

  /** What parallel training puts before every name. */
  private static final String PARALLEL = "module.";

  /** Counts the steps of a batch norm's training; nothing is computed with it. */
  private static final String COUNTER = ".num_batches_tracked";

  private final Path path;
  private final TensorFile file;
  private final String prefix;

  private StoredWeights(Path path, TensorFile file) {
    this.path = path;
    this.file = file;
    boolean parallel =
        file.entries().stream().allMatch(tensor -> tensor.name().startsWith(PARALLEL));
    this.prefix = parallel ? PARALLEL : "";
  }

  static StoredWeights open(Path path) {
    return new StoredWeights(path, TensorFiles.open(path));
  }

  /**
   * Compares the file with what the configuration describes, before memory is taken.
   *
   * @throws LetheException naming the first tensors that are missing, unknown or of another shape
   */
  void requireExactly(Architecture architecture) {
    Map<String, Shape> stored = new TreeMap<>();
    for (StoredTensor tensor : file.entries()) {
      stored.put(tensor.name().substring(prefix.length()), tensor.shape());
    }
    TextArchitecture text = architecture.text();
    VisionArchitecture vision = architecture.vision();
    int layers =
        Math.max(
            text == null ? 0 : text.transformer().layers(), vision == null ? 0 : vision.layers());
    if (layers > stored.size()) { // before any list of that length is made
      throw new LetheException(
          "%s has %d tensors, too few for the %d layers of its configuration"
              .formatted(path, stored.size(), layers));
    }
    List<String> missing = new ArrayList<>();
    List<String> misshapen = new ArrayList<>();
    for (Slot slot : Slots.of(architecture)) {
      Shape shape = stored.remove(slot.info().name());
      if (shape == null) {
        missing.add(slot.info().name());
      } else if (!fits(shape, slot)) {
        misshapen.add(
            "%s (expected %s, found %s)".formatted(slot.info().name(), slot.shape(), shape));
      }
    }
    stored.keySet().removeIf(name -> name.endsWith(COUNTER));
    refuse("lacks", missing);
    refuse("has, unknown to its configuration,", List.copyOf(stored.keySet()));
    refuse("has tensors of another shape than its configuration says:", misshapen);
  }

  @Override
  public NDArray values(NDManager owner, Slot slot) {
    String name = prefix + slot.info().name();
    NDArray values = file.read(owner, name);
    if (values.getDataType() != DataType.FLOAT32) {
      throw new LetheException(
          "%s: tensor '%s' holds %s, expected floats".formatted(path, name, values.getDataType()));
    }
    if (values.getShape().equals(slot.shape())) {
      return values;
    }
    try (values) {
      NDArray scalar = values.reshape(slot.shape()).duplicate();
      scalar.attach(owner);
      return scalar;
    }
  }

  @Override
  public void close() {
    file.close();
  }

  /** Some versions store the temperature as a list of one. */
  private static boolean fits(Shape stored, Slot slot) {
    return stored.equals(slot.shape())
        || (slot.shape().dimension() == 0 && stored.equals(new Shape(1)));
  }

  private void refuse(String problem, List<String> tensors) {
    if (!tensors.isEmpty()) {
      String more = tensors.size() > SHOWN ? " and %d more".formatted(tensors.size() - SHOWN) : "";
      throw new LetheException(
          "%s %s %s%s"
              .formatted(
                  path,
                  problem,
                  String.join(", ", tensors.subList(0, Math.min(SHOWN, tensors.size()))),
                  more));
    }
  }
}
