package dev.lethe.engine.embedding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.Progress;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.model.ForwardingImageEncoder;
import dev.lethe.api.model.ImageEncoder;
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
final class CachingImageEncoder extends ForwardingImageEncoder {
  private final EmbeddingStore store;
  private final Supplier<String> towerHash;

  CachingImageEncoder(ImageEncoder encoder, EmbeddingStore store, Supplier<String> towerHash) {
    super(encoder);
    this.store = store;
    this.towerHash = towerHash;
  }

  @Override
  public NDArray encode(NDManager manager, List<? extends ImageFile> images, Progress progress) {
    List<String> hashes = new ArrayList<>();
    for (ImageFile image : images) {
      Optional<String> hash = image.contentHash();
      if (hash.isEmpty()) {
        return inner().encode(manager, images, progress);
      }
      hashes.add(hash.get());
    }
    Shape shape = new Shape(images.size(), dimension());
    String key = new Fingerprint().add(towerHash.get()).add(hashes).hex();
    Optional<float[]> kept = store.read(key, Math.toIntExact(shape.size()), progress);
    if (kept.isPresent()) {
      return manager.create(kept.get(), shape);
    }
    NDArray embeddings = inner().encode(manager, images, progress);
    store.write(key, embeddings.toFloatArray());
    return embeddings;
  }
}
