package dev.lethe.plugin.adapter;

import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import java.nio.file.Path;

/** A model with adapters in its text tower. */
final class AdaptedModel extends ForwardingModel {
  private final Adapters adapters;
  private final AdapterScript script;

  /**
   * Puts adapters into a model.
   *
   * @param adapters closed with this
   */
  AdaptedModel(VisionLanguageModel inner, Adapters adapters) {
    super(inner);
    this.adapters = adapters;
    script = new AdapterScript(adapters.manager(), AdaptedShape.of(inner));
  }

  @Override
  public TextEncoder text() {
    return new AdaptedText(inner().text(), adapters, script);
  }

  @Override
  public ModelProvenance provenance() {
    ModelProvenance of = inner().provenance();
    return new ModelProvenance(
        AdapterLoader.NAME, of.path(), of.sha256(), of.floats(), of.warnings());
  }

  @Override
  public VisionLanguageModel copy() {
    return new AdaptedModel(inner().copy(), adapters.copy());
  }

  /** The adapters lie beside the model, in the same folder. */
  @Override
  public String save(Path folder) {
    String hash = inner().save(folder);
    adapters.save(folder.resolve(AdapterLoader.FILE));
    return hash;
  }

  @Override
  public void close() {
    super.close();
    adapters.close();
  }
}
