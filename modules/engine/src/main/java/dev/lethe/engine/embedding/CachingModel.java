package dev.lethe.engine.embedding;

import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.Precision;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.io.hash.Fingerprint;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A model whose parameters nobody changes, and whose image tower embeds the same pictures once. */
public final class CachingModel implements VisionLanguageModel {
  private final VisionLanguageModel model;
  private final EmbeddingStore store;
  private final String program;
  private @Nullable Precision precision;
  private @Nullable ByteSize bound;
  private @Nullable String towerHash;

  /**
   * Wraps a model.
   *
   * @param program what else decides embeddings: the code, how exactly it computes and how much at
   *     a time, until {@link #computeIn} and {@link #workWithin} say otherwise
   */
  public CachingModel(VisionLanguageModel model, EmbeddingStore store, String program) {
    this.model = model;
    this.store = store;
    this.program = program;
  }

  @Override
  public ImageEncoder image() {
    return new CachingImageEncoder(model.image(), store, this::towerHash);
  }

  private String towerHash() {
    if (towerHash == null) {
      Fingerprint fingerprint =
          new Fingerprint()
              .add(program)
              .add(precision == null ? "" : precision.name())
              .add(bound == null ? "" : Long.toString(bound.bytes()))
              .add(String.valueOf(model.architecture().vision()))
              .add(model.architecture().activation().name())
              .add(model.preprocessing().toString());
      for (Parameter parameter : model.image().parameters()) {
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
  public Architecture architecture() {
    return model.architecture();
  }

  @Override
  public Preprocessing preprocessing() {
    return model.preprocessing();
  }

  @Override
  public ModelProvenance provenance() {
    return model.provenance();
  }

  @Override
  public TextEncoder text() {
    return model.text();
  }

  @Override
  public Parameter logitScale() {
    return model.logitScale();
  }

  @Override
  public void computeIn(Precision precision) {
    model.computeIn(precision);
    this.precision = precision;
    towerHash = null;
  }

  @Override
  public void workWithin(ByteSize memory) {
    model.workWithin(memory);
    bound = memory;
    towerHash = null;
  }

  @Override
  public VisionLanguageModel copy() {
    return model.copy();
  }

  @Override
  public String save(Path folder) {
    return model.save(folder);
  }

  @Override
  public void close() {
    model.close();
  }
}
