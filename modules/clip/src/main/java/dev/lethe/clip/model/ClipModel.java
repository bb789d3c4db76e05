package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CLIP with both towers. */
public final class ClipModel implements VisionLanguageModel {
  private final NDManager manager;
  private final Blueprint blueprint;
  private final TextTower text;
  private final ImageTower image;
  private final Parameter logitScale;

  private ClipModel(NDManager manager, Blueprint blueprint, WeightSource weights) {
    this.manager = manager;
    this.blueprint = blueprint;
    text = new TextTower(manager.newSubManager(), blueprint, weights);
    try {
      image = new ImageTower(manager.newSubManager(), blueprint, weights);
      Slot scale = Slots.logitScale();
      logitScale = new Parameter(scale.info(), weights.values(manager, scale));
    } catch (RuntimeException e) {
      text.close();
      throw e;
    }
  }

  /**
   * Builds a model.
   *
   * @param parent the parent of the model's memory; its device is the model's
   */
  public static ClipModel build(NDManager parent, Blueprint blueprint, WeightSource weights) {
    NDManager manager = parent.newSubManager();
    try {
      return new ClipModel(manager, blueprint, weights);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  @Override
  public Architecture architecture() {
    return new Architecture(
        blueprint.dimension(), blueprint.activation(), blueprint.vision(), blueprint.text());
  }

  @Override
  public Preprocessing preprocessing() {
    return blueprint.preprocessing();
  }

  @Override
  public ModelProvenance provenance() {
    return blueprint.provenance();
  }

  @Override
  public TextEncoder text() {
    return text;
  }

  @Override
  public ImageEncoder image() {
    return image;
  }

  @Override
  public Parameter logitScale() {
    return logitScale;
  }

  @Override
  public VisionLanguageModel copy() {
    Map<String, NDArray> weights = weights();
    return build(
        manager.getParentManager(),
        blueprint,
        (owner, slot) -> Weights.copy(owner, weights.get(slot.info().name())));
  }

  @Override
  public String save(Path folder) {
    return blueprint.writer().write(folder, weights());
  }

  @Override
  public void close() {
    text.close();
    image.close();
    manager.close();
  }

  private Map<String, NDArray> weights() {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    for (ParameterSet tower : List.of(text.parameters(), image.parameters())) {
      tower.forEach(parameter -> weights.put(parameter.info().name(), parameter.value()));
    }
    weights.put(logitScale.info().name(), logitScale.value());
    return weights;
  }
}
