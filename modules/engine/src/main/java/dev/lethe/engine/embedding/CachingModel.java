package dev.lethe.engine.embedding;

import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.io.hash.Fingerprint;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A model whose parameters nobody changes, and whose image tower embeds the same pictures once.
 * What is kept belongs to those parameters: a copy, which somebody may change, embeds anew, and
 * what is saved is the model inside.
 */
public final class CachingModel extends ForwardingModel {
  private final EmbeddingStore store;
  private final String program;
  private @Nullable String towerHash;

  /**
   * Wraps a model.
   *
   * @param program what else decides embeddings: the code, how exactly it computes and how much at
   *     a time
   */
  public CachingModel(VisionLanguageModel model, EmbeddingStore store, String program) {
    super(model);
    this.store = store;
    this.program = program;
  }

  @Override
  public ImageEncoder image() {
    return new CachingImageEncoder(inner().image(), store, this::towerHash);
  }

  private String towerHash() {
    if (towerHash == null) {
      Fingerprint fingerprint =
          new Fingerprint()
              .add(program)
              .add(String.valueOf(architecture().vision()))
              .add(architecture().activation().name())
              .add(preprocessing().toString());
      for (Parameter parameter : inner().image().parameters()) {
        fingerprint
            .add(parameter.info().name())
            .add(parameter.value().getDevice().getDeviceType())
            .add(parameter.value().toByteBuffer());
      }
      towerHash = fingerprint.hex();
    }
    return towerHash;
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
