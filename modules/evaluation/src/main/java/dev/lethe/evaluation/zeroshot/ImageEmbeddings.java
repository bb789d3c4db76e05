package dev.lethe.evaluation.zeroshot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.Progress;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.plugin.RunScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Embeddings of pictures, kept for the run: a defence that leaves the image tower alone need not
 * embed the same pictures again. Keeps the last tower's embeddings of each data set, outside native
 * memory.
 */
@RunScoped
final class ImageEmbeddings {

  private record Kept(String tower, float[] values) {}

  private final Map<String, Kept> byData = new HashMap<>();

  @Inject
  ImageEmbeddings() {}

  /**
   * Returns embeddings of pictures.
   *
   * @param manager owns the result
   * @param contentHash tells the pictures apart from other pictures
   * @return unnormalised embeddings [n, d]
   */
  NDArray of(
      NDManager manager,
      ImageEncoder encoder,
      String contentHash,
      List<ImageFile> pictures,
      Progress progress) {
    String tower = hash(encoder);
    @Nullable Kept kept = byData.get(contentHash);
    if (kept == null || !kept.tower().equals(tower)) {
      try (NDManager own = manager.newSubManager()) {
        kept = new Kept(tower, encoder.encode(own, pictures, progress).toFloatArray());
      }
      byData.put(contentHash, kept);
    }
    return manager.create(kept.values(), new Shape(pictures.size(), encoder.dimension()));
  }

  private static String hash(ImageEncoder encoder) {
    Fingerprint fingerprint = new Fingerprint();
    for (Parameter parameter : encoder.parameters()) {
      fingerprint.add(parameter.info().name()).add(parameter.value().toByteBuffer());
    }
    return fingerprint.hex();
  }
}
