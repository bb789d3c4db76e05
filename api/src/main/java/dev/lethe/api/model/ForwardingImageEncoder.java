package dev.lethe.api.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.Picture;
import dev.lethe.api.image.RgbImage;
import java.util.List;

/** An image tower around another. A subclass overrides what it changes. */
public abstract class ForwardingImageEncoder implements ImageEncoder {
  private final ImageEncoder inner;

  /** Wraps a tower, which is closed with this. */
  protected ForwardingImageEncoder(ImageEncoder inner) {
    this.inner = inner;
  }

  /** Returns the tower inside. */
  protected final ImageEncoder inner() {
    return inner;
  }

  @Override
  public Component component() {
    return inner.component();
  }

  @Override
  public int dimension() {
    return inner.dimension();
  }

  @Override
  public ParameterSet parameters() {
    return inner.parameters();
  }

  @Override
  public NDArray forward(NDManager manager, ParameterSet parameters, NDArray batch) {
    return inner.forward(manager, parameters, batch);
  }

  @Override
  public RgbImage resize(Picture picture) {
    return inner.resize(picture);
  }

  @Override
  public NDArray normalize(NDManager manager, List<RgbImage> pictures) {
    return inner.normalize(manager, pictures);
  }

  @Override
  public NDArray preprocess(NDManager manager, List<? extends Picture> images) {
    return inner.preprocess(manager, images);
  }

  @Override
  public NDArray encode(NDManager manager, List<? extends ImageFile> images, Progress progress) {
    return inner.encode(manager, images, progress);
  }

  @Override
  public TrainableEncoder<NDArray> trainable() {
    return inner.trainable();
  }

  @Override
  public void close() {
    inner.close();
  }
}
