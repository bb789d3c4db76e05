package dev.lethe.plugin.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.safetensors.SafetensorsFile;
import dev.lethe.tensor.safetensors.SafetensorsWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * The parameters of all adapters of a tower: of each block one after attention and one after the
 * MLP, of each D, d, U and u. Owns native memory.
 */
final class Adapters implements AutoCloseable {
  private static final List<String> PLACES = List.of("attn", "mlp");

  private final NDManager manager;
  private final ParameterSet parameters;

  private Adapters(NDManager manager, ParameterSet parameters) {
    this.manager = manager;
    this.parameters = parameters;
  }

  /**
   * Starts with adapters that change nothing: D as PyTorch's linear layers start, the rest zero.
   */
  static Adapters start(NDManager parent, AdaptedShape shape, int bottleneck, long seed) {
    NDManager manager = parent.newSubManager();
    SplittableRandom random = new SplittableRandom(seed);
    double bound = 1 / Math.sqrt(shape.transformer().width());
    return fill(
        manager,
        shape,
        bottleneck,
        (name, size) -> {
          if (!name.endsWith("down.weight")) {
            return manager.zeros(size);
          }
          float[] values = new float[(int) size.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-bound, bound);
          }
          return manager.create(values, size);
        });
  }

  /**
   * Reads adapters.
   *
   * @throws dev.lethe.api.LetheException if the file does not hold those of the shape
   */
  static Adapters read(NDManager parent, AdaptedShape shape, Path file) {
    NDManager manager = parent.newSubManager();
    try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
      int bottleneck = (int) tensors.entry("adapters.0.attn.down.bias").shape().size();
      return fill(
          manager,
          shape,
          bottleneck,
          (name, size) -> {
            NDArray values = tensors.read(manager, name);
            if (!values.getShape().equals(size)) {
              throw new LetheException(
                  "%s: expected %s of shape %s, found %s: it is of another model"
                      .formatted(file, name, size, values.getShape()));
            }
            return values;
          });
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private static Adapters fill(
      NDManager manager,
      AdaptedShape shape,
      int bottleneck,
      BiFunction<String, Shape, NDArray> values) {
    long width = shape.transformer().width();
    List<Parameter> parameters = new ArrayList<>();
    for (int layer = 0; layer < shape.transformer().layers(); layer++) {
      for (String place : PLACES) {
        Map<String, Shape> tensors = new LinkedHashMap<>();
        tensors.put("down.weight", new Shape(bottleneck, width));
        tensors.put("down.bias", new Shape(bottleneck));
        tensors.put("up.weight", new Shape(width, bottleneck));
        tensors.put("up.bias", new Shape(width));
        for (Map.Entry<String, Shape> tensor : tensors.entrySet()) {
          String name = "adapters.%d.%s.%s".formatted(layer, place, tensor.getKey());
          ParameterRole role =
              tensor.getKey().startsWith("down")
                  ? ParameterRole.MLP_INPUT
                  : ParameterRole.MLP_OUTPUT;
          parameters.add(
              new Parameter(
                  new ParameterInfo(name, Component.TEXT, layer, role, 1),
                  values.apply(name, tensor.getValue())));
        }
      }
    }
    return new Adapters(manager, new ParameterSet(parameters));
  }

  /** Returns equal adapters in new memory. */
  Adapters copy() {
    NDManager own = manager.getParentManager().newSubManager();
    List<Parameter> copies = new ArrayList<>();
    for (Parameter parameter : parameters) {
      NDArray copy = Autograd.withoutGradients(parameter.value()::duplicate);
      copy.attach(own);
      copies.add(new Parameter(parameter.info(), copy));
    }
    return new Adapters(own, new ParameterSet(copies));
  }

  ParameterSet parameters() {
    return parameters;
  }

  /** Returns what owns them, and may own what computes with them. */
  NDManager manager() {
    return manager;
  }

  /** Writes them into a file. */
  void save(Path file) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    parameters.forEach(each -> tensors.put(each.info().name(), each.value()));
    SafetensorsWriter.write(file, tensors);
  }

  @Override
  public void close() {
    manager.close();
  }
}
