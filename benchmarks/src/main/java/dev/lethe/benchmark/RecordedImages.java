package dev.lethe.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.Progress;
import dev.lethe.api.model.ForwardingImageEncoder;
import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.ForwardingTrainableEncoder;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.tensor.safetensors.SafetensorsWriter;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures that a student reads, step by step, as it reads them: resized and normalized. */
final class RecordedImages {
  private final NDManager memory;
  private final List<List<float[]>> steps = new ArrayList<>();
  private List<float[]> step = new ArrayList<>();
  private long side;

  /** Makes what it writes in memory of the manager's. */
  RecordedImages(NDManager memory) {
    this.memory = memory;
  }

  /** Returns the model, of which is recorded what its image tower reads while it is trained. */
  VisionLanguageModel of(VisionLanguageModel model) {
    return new RecordedModel(model);
  }

  /** Returns what a training has to report to, so that its steps are told apart. */
  Progress listener() {
    return new StepListener(() -> step = new ArrayList<>(), this::stepDone);
  }

  /** Writes the pictures [n, 3, r, r] of each step under its number. */
  void write(Path file) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      tensors.put(Integer.toString(i), array(steps.get(i)));
    }
    SafetensorsWriter.write(file, tensors);
  }

  private NDArray array(List<float[]> parts) {
    FloatBuffer values = FloatBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
    parts.forEach(values::put);
    return memory.create(
        values.array(), new Shape(values.capacity() / (3 * side * side), 3, side, side));
  }

  private void stepDone() {
    steps.add(step);
    step = new ArrayList<>();
  }

  private void read(NDArray batch) {
    side = batch.getShape().get(2);
    step.add(batch.toFloatArray());
  }

  private final class RecordedModel extends ForwardingModel {
    RecordedModel(VisionLanguageModel model) {
      super(model);
    }

    @Override
    public ImageEncoder image() {
      return new RecordedTower(inner().image());
    }

    @Override
    public VisionLanguageModel copy() {
      return inner().copy();
    }

    @Override
    public String save(Path folder) {
      return inner().save(folder);
    }
  }

  private final class RecordedTower extends ForwardingImageEncoder {
    RecordedTower(ImageEncoder tower) {
      super(tower);
    }

    @Override
    public TrainableEncoder<NDArray> trainable() {
      return new Trained(inner().trainable());
    }
  }

  private final class Trained extends ForwardingTrainableEncoder<NDArray> {
    Trained(TrainableEncoder<NDArray> tower) {
      super(tower);
    }

    @Override
    public NDArray forward(NDManager manager, NDArray batch) {
      read(batch);
      return super.forward(manager, batch);
    }
  }
}
