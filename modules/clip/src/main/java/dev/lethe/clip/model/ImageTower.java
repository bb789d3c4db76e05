package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.Picture;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.clip.image.Preprocessor;
import dev.lethe.image.reading.ReadAhead;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.memory.ChunkSize;
import dev.lethe.tensor.memory.PictureMemory;
import java.util.List;
import java.util.stream.LongStream;

/** The image tower, whatever it computes. */
final class ImageTower implements ImageEncoder {
  /** Batches that are read before they are asked for. */
  private static final int AHEAD = 2;

  /** As bytes: read ahead and on the way; as floats: as they come, normalized, in patches. */
  private static final int COPIES_OF_PIXELS = AHEAD + 4;

  private final NDManager manager;
  private final Architecture model;
  private final VisionArchitecture architecture;
  private final List<ParameterSpec> slots;
  private final ParameterSet parameters;
  private final Preprocessor preprocessor;
  private final ImageComputation computation;
  private final PictureMemory decoding;
  private final int batchSize;
  private final RowScript rows;

  ImageTower(
      NDManager manager,
      Architecture model,
      VisionArchitecture architecture,
      Preprocessing preprocessing,
      WeightSource weights,
      TowerOptions options) {
    this.manager = manager;
    this.model = model;
    this.architecture = architecture;
    slots = ParameterSpecs.of(architecture, model.dimension());
    parameters = Weights.fill(manager, slots, weights);
    preprocessor = new Preprocessor(manager, preprocessing);
    decoding = decoding(options.activations());
    computation =
        ImageComputation.compile(manager, architecture, model.activation(), options.precision());
    batchSize = batchSize(options.activations());
    rows = new RowScript(manager);
  }

  /** Pictures are decoded in as much again: while they are, nothing is made of embeddings. */
  private PictureMemory decoding(ByteSize memory) {
    return manager.getDevice().isGpu() ? PictureMemory.ofHeap() : PictureMemory.within(memory);
  }

  private int batchSize(ByteSize memory) {
    long side = architecture.imageSize();
    long pixels = COPIES_OF_PIXELS * Float.BYTES * 3 * side * side;
    try {
      return new ChunkSize(
              "one picture at a time beside the models",
              0,
              computation.bytesOfPicture() + pixels,
              1)
          .units(memory, computation.saturation());
    } catch (LetheException e) {
      computation.close();
      throw e;
    }
  }

  @Override
  public Component component() {
    return Component.IMAGE;
  }

  @Override
  public int dimension() {
    return model.dimension();
  }

  @Override
  public ParameterSet parameters() {
    return parameters;
  }

  @Override
  public NDArray forward(NDManager owner, ParameterSet set, NDArray batch) {
    return computation.embed(owner, Weights.ordered(slots, set), batch);
  }

  @Override
  public RgbImage resize(Picture picture) {
    return preprocessor.resize(picture);
  }

  @Override
  public NDArray normalize(NDManager owner, List<RgbImage> pictures) {
    return preprocessor.normalize(owner, pictures);
  }

  @Override
  public NDArray encode(NDManager owner, List<? extends ImageFile> images, Progress progress) {
    try (NDManager scratch = owner.newSubManager();
        ReadAhead<RgbImage> read =
            new ReadAhead<>(images.stream(), this::prepare, AHEAD * batchSize);
        Progress.Task task = progress.begin("embedding pictures", images.size())) {
      NDArray embeddings =
          Autograd.withoutGradients(() -> embed(scratch, images.size(), read, task));
      Embeddings.requireDirections(embeddings, row -> images.get(row).name());
      embeddings.attach(owner);
      return embeddings;
    }
  }

  private RgbImage prepare(ImageFile image) {
    return decoding.decode(image, () -> resize(image.read()));
  }

  @Override
  public TrainableEncoder<NDArray> trainable() {
    return new TrainableImage(manager.newSubManager(), this);
  }

  @Override
  public void close() {
    computation.close();
    preprocessor.close();
    rows.close();
    manager.close();
  }

  private NDArray embed(
      NDManager scratch, int count, ReadAhead<RgbImage> read, Progress.Task task) {
    List<NDArray> arrays = Weights.ordered(slots, parameters);
    NDArray embeddings = scratch.create(new Shape(count, dimension()));
    long done = 0;
    while (read.hasNext()) {
      List<RgbImage> batch = read.next(batchSize);
      long next = done + batch.size();
      try (NDManager step = scratch.newSubManager()) {
        NDArray part = computation.embed(step, arrays, normalize(step, batch));
        rows.put(step, embeddings, LongStream.range(done, next).toArray(), part);
      }
      task.advance(batch.size());
      done = next;
    }
    return embeddings;
  }
}
