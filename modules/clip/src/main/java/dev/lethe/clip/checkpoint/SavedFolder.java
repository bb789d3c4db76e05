package dev.lethe.clip.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Architecture;
import dev.lethe.clip.model.CheckpointWriter;
import dev.lethe.clip.model.ParameterSpec;
import dev.lethe.clip.model.ParameterSpecs;
import dev.lethe.clip.model.StoredForm;
import dev.lethe.io.IoFailure;
import dev.lethe.io.Unfinished;
import dev.lethe.tensor.safetensors.SafetensorsWriter;
import dev.lethe.tensor.stored.StoredType;
import dev.lethe.tensor.stored.TensorContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A checkpoint of any format, but for the values.
 *
 * @param files the content of every file but the weights, by its path within the folder
 * @param weights the path of the weights within the folder, a safetensors file
 * @param architecture which parameters are written
 * @param naming how they are named
 */
public record SavedFolder(
    SortedMap<String, byte[]> files, String weights, Architecture architecture, Naming naming)
    implements CheckpointWriter {

  @Override
  public String write(Path folder, StoredForm form, Map<String, NDArray> values) {
    Path target = folder.toAbsolutePath().normalize();
    try {
      requireEmpty(target);
      try (Unfinished unfinished = Unfinished.of(target)) {
        Files.createDirectories(unfinished.path());
        String hash = fill(unfinished.path(), form, values);
        Files.deleteIfExists(target);
        unfinished.putInPlace();
        return hash;
      }
    } catch (IOException e) {
      throw IoFailure.cannotWrite(folder, e);
    }
  }

  private String fill(Path folder, StoredForm form, Map<String, NDArray> values)
      throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(ready(folder.resolve(file.getKey())), file.getValue());
    }
    try (NDManager scratch = NDManager.newBaseManager()) {
      Map<String, TensorContent> tensors = new TreeMap<>(form.carried());
      for (ParameterSpec slot : ParameterSpecs.of(architecture)) {
        String parameter = slot.info().name();
        Placement placement = naming.place(slot);
        List<NDArray> parts = Layout.split(scratch, placement, values.get(parameter));
        List<StoredType> types = form.of(parameter, parts.size());
        Shape shape = form.shapes().get(parameter);
        for (int i = 0; i < parts.size(); i++) {
          NDArray part = shape == null ? parts.get(i) : reshaped(scratch, parts.get(i), shape);
          tensors.put(placement.names().get(i), TensorContent.of(part, types.get(i)));
        }
      }
      return SafetensorsWriter.writeTyped(ready(folder.resolve(weights)), tensors);
    }
  }

  private static NDArray reshaped(NDManager owner, NDArray values, Shape shape) {
    NDArray reshaped = values.reshape(shape);
    reshaped.attach(owner);
    return reshaped;
  }

  private static Path ready(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return file;
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new LetheException("%s is in the way of the model's folder".formatted(folder));
    }
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw new LetheException(
            "%s is not empty; a model is written to a new or empty folder".formatted(folder));
      }
    }
  }
}
