package dev.lethe.clip.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.clip.model.ParameterSpec;
import dev.lethe.clip.model.ParameterSpecs;
import dev.lethe.clip.model.StoredForm;
import dev.lethe.clip.model.WeightSource;
import dev.lethe.io.Visible;
import dev.lethe.tensor.stored.StoredTensor;
import dev.lethe.tensor.stored.StoredType;
import dev.lethe.tensor.stored.TensorContent;
import dev.lethe.tensor.stored.TensorFile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The weights of one architecture in an open file.
 *
 * @param file stays the caller's
 * @param naming how the file names them
 * @param architecture what the file must hold
 */
public record StoredWeights(TensorFile file, Naming naming, Architecture architecture)
    implements WeightSource {
  private static final int SHOWN = 3;

  /** What stands beside a model is kept in memory until the model is saved. */
  private static final long MOST_CARRIED = 64 << 20;

  /**
   * Compares the file with what the configuration describes, before memory is taken.
   *
   * @throws LetheException naming the first tensors that are missing, unknown or of another shape
   */
  public StoredWeights {
    Map<String, Shape> stored = new TreeMap<>();
    file.entries().forEach(tensor -> stored.put(tensor.name(), tensor.shape()));
    if (layers(architecture) > stored.size()) { // before any list of that length is made
      throw new LetheException(
          "%s has %d tensors, too few for the %d layers of its configuration"
              .formatted(file.path(), stored.size(), layers(architecture)));
    }
    List<String> missing = new ArrayList<>();
    List<String> misshapen = new ArrayList<>();
    for (ParameterSpec slot : ParameterSpecs.of(architecture)) {
      Placement placement = naming.place(slot);
      Shape expected = placement.shape(slot);
      for (String name : placement.names()) {
        Shape found = stored.remove(name);
        if (found == null) {
          if (naming.absent(slot) == null) {
            missing.add(name);
          }
        } else if (!fits(found, expected)) {
          misshapen.add("%s (expected %s, found %s)".formatted(name, expected, found));
        }
      }
    }
    stored.keySet().removeIf(name -> naming.ignores(name) || isCarried(naming, name));
    refuse(file, "lacks", missing);
    refuse(file, "has, unknown to its configuration,", List.copyOf(stored.keySet()));
    refuse(file, "has tensors of another shape than its configuration says:", misshapen);
    refuseLarge(file, file.entries().stream().filter(t -> isCarried(naming, t.name())).toList());
  }

  @Override
  public NDArray values(NDManager owner, ParameterSpec slot) {
    Placement placement = naming.place(slot);
    Double absent = naming.absent(slot);
    if (absent != null && !names().containsAll(placement.names())) {
      return owner.create(absent.floatValue());
    }
    NDList parts = new NDList();
    for (String name : placement.names()) {
      NDArray part = file.read(owner, name);
      if (part.getDataType() != DataType.FLOAT32) {
        throw new LetheException(
            "%s: tensor '%s' holds %s, expected floats"
                .formatted(file.path(), name, part.getDataType()));
      }
      parts.add(part);
    }
    return Layout.join(owner, placement, slot, parts);
  }

  /** Returns how the file has what it has, for one that is written later. */
  public StoredForm form() {
    Set<String> names = names();
    Map<String, List<StoredType>> types = new TreeMap<>();
    Map<String, Shape> shapes = new TreeMap<>();
    for (ParameterSpec slot : ParameterSpecs.of(architecture)) {
      Placement placement = naming.place(slot);
      if (names.containsAll(placement.names())) {
        List<StoredTensor> parts = placement.names().stream().map(file::entry).toList();
        types.put(slot.info().name(), parts.stream().map(StoredTensor::type).toList());
        Shape first = parts.get(0).shape();
        if (!first.equals(placement.shape(slot))) {
          shapes.put(slot.info().name(), first);
        }
      }
    }
    Map<String, TensorContent> carried = new TreeMap<>();
    for (StoredTensor tensor : file.entries()) {
      if (isCarried(naming, tensor.name())) {
        carried.put(tensor.name(), copy(tensor));
      }
    }
    return new StoredForm(types, StoredType.F32, shapes, carried);
  }

  /**
   * Says which tensors are no part of the model, if there are any.
   *
   * @param kept whether a copy of the model is saved with them
   */
  public List<String> beside(boolean kept) {
    List<String> foreign =
        names().stream().filter(name -> isForeign(naming, name)).sorted().toList();
    return foreign.isEmpty()
        ? List.of()
        : List.of(
            "no part of the model, %s: %s"
                .formatted(
                    kept ? "carried along as it is" : "left out of what is saved", shown(foreign)));
  }

  /** Returns the parameters that the file lacks and whose usual value is taken. */
  public List<String> assumed() {
    Set<String> names = names();
    return ParameterSpecs.of(architecture).stream()
        .filter(slot -> !names.containsAll(naming.place(slot).names()))
        .map(slot -> slot.info().name())
        .toList();
  }

  private Set<String> names() {
    return file.entries().stream().map(StoredTensor::name).collect(Collectors.toSet());
  }

  private static boolean isCarried(Naming naming, String name) {
    return naming.carries(name) || isForeign(naming, name);
  }

  private static boolean isForeign(Naming naming, String name) {
    return naming.foreign(name) && !naming.carries(name) && !naming.ignores(name);
  }

  /** They are small, and the file is closed when they are written. */
  private TensorContent copy(StoredTensor tensor) {
    ByteBuffer mapped = file.bytes(tensor.name());
    ByteBuffer copy = ByteBuffer.allocate(mapped.remaining()).put(mapped).flip();
    return TensorContent.of(tensor.type(), tensor.shape(), copy);
  }

  private static int layers(Architecture architecture) {
    TextArchitecture text = architecture.text();
    VisionArchitecture vision = architecture.vision();
    return Math.max(
        text == null ? 0 : text.transformer().layers(), vision == null ? 0 : vision.layers());
  }

  /** Some versions store the temperature as a list of one. */
  private static boolean fits(Shape stored, Shape expected) {
    return stored.equals(expected) || (expected.dimension() == 0 && stored.equals(new Shape(1)));
  }

  private static void refuseLarge(TensorFile file, List<StoredTensor> carried) {
    long bytes = carried.stream().mapToLong(StoredTensor::length).sum();
    if (bytes > MOST_CARRIED) {
      List<String> names = carried.stream().map(StoredTensor::name).toList();
      refuse(file, "has, beside its model, %d MB of".formatted(bytes >> 20), names);
    }
  }

  private static void refuse(TensorFile file, String problem, List<String> tensors) {
    if (!tensors.isEmpty()) {
      throw new LetheException(
          "%s %s %s: give weights and configuration (or model.architecture) that belong together"
              .formatted(file.path(), problem, shown(tensors)));
    }
  }

  private static String shown(List<String> tensors) {
    String more = tensors.size() > SHOWN ? " and %d more".formatted(tensors.size() - SHOWN) : "";
    return tensors.stream().limit(SHOWN).map(Visible::of).collect(Collectors.joining(", ")) + more;
  }
}
