package dev.lethe.api.model;

import java.nio.file.Path;

/**
 * A vision-language model around another, such as one that filters what is asked of it. A subclass
 * overrides what it changes; everything else is the inner model's. What would make it vanish is
 * left to it: {@link #copy} has to return a model that computes the same as this one, and {@link
 * #save} has to write a folder whose {@link ModelLoader} reads such a model back. That loader finds
 * the inner model through {@link ModelFormats}, and says that its model {@linkplain ModelInfo#wraps
 * wraps} another where both share a folder.
 */
public abstract class ForwardingModel implements VisionLanguageModel {
  private final VisionLanguageModel inner;

  /** Wraps a model, which is closed with this. */
  protected ForwardingModel(VisionLanguageModel inner) {
    this.inner = inner;
  }

  /** Returns the model inside. */
  protected final VisionLanguageModel inner() {
    return inner;
  }

  @Override
  public abstract VisionLanguageModel copy();

  @Override
  public abstract String save(Path folder);

  @Override
  public Architecture architecture() {
    return inner.architecture();
  }

  @Override
  public Preprocessing preprocessing() {
    return inner.preprocessing();
  }

  @Override
  public ModelProvenance provenance() {
    return inner.provenance();
  }

  @Override
  public TextEncoder text() {
    return inner.text();
  }

  @Override
  public ImageEncoder image() {
    return inner.image();
  }

  @Override
  public Parameter logitScale() {
    return inner.logitScale();
  }

  @Override
  public void close() {
    inner.close();
  }
}
