package dev.lethe.engine.embedding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.Progress;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.image.Picture;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.io.hash.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An image tower that embeds the same pictures once. Embeddings are kept for whole lists, because
 * their last bits depend on which pictures are computed together: what is kept is exactly what
 * would be computed.
 */
record CachingImageEncoder(ImageEncoder encoder, EmbeddingStore store, Supplier<String> towerHash)
    implements ImageEncoder {

  @Override
  public NDArray encode(NDManager manager, List<? extends ImageFile> images, Progress progress) {
    List<String> hashes = new ArrayList<>();
    for (ImageFile image : images) {
      Optional<String> hash = image.contentHash();
      if (hash.isEmpty()) {
        return encoder.encode(manager, images, progress);
      }
      hashes.add(hash.get());
    }
    Shape shape = new Shape(images.size(), dimension());
    String key = new Fingerprint().add(towerHash.get()).add(hashes).hex();
    Optional<float[]> kept = store.read(key, Math.toIntExact(shape.size()), progress);
    if (kept.isPresent()) {
      return manager.create(kept.get(), shape);
    }
    NDArray embeddings = encoder.encode(manager, images, progress);
    store.write(key, embeddings.toFloatArray());
    return embeddings;
  }

  @Override
  public Component component() {
    return encoder.component();
  }

  @Override
  public int dimension() {
    return encoder.dimension();
  }

  @Override
  public ParameterSet parameters() {
    return encoder.parameters();
  }

  @Override
  public NDArray forward(NDManager manager, ParameterSet parameters, NDArray batch) {
    return encoder.forward(manager, parameters, batch);
  }

  @Override
  public NDArray preprocess(NDManager manager, List<? extends Picture> images) {
    return encoder.preprocess(manager, images);
  }

  @Override
  public TrainableEncoder<NDArray> trainable() {
    return encoder.trainable();
  }

  @Override
  public void close() {
    encoder.close();
  }
}
