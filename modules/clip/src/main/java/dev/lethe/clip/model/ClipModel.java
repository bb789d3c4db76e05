package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionLanguageModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CLIP, or its text tower alone. */
public final class ClipModel implements VisionLanguageModel {
  private final NDManager manager;
  private final Blueprint blueprint;
  private final TextTower text;
  private final @Nullable ImageTower image;
  private final @Nullable Parameter logitScale;
  private final ComputeOptions compute;

  private ClipModel(
      NDManager manager, Blueprint blueprint, WeightSource weights, ComputeOptions compute) {
    this.manager = manager;
    this.blueprint = blueprint;
    this.compute = compute;
    Architecture architecture = blueprint.architecture();
    TowerOptions options = TowerOptions.of(compute, architecture);
    VisionArchitecture vision = architecture.vision();
    Preprocessing pictures = blueprint.preprocessing();
    text = new TextTower(manager.newSubManager(), blueprint, weights, options);
    try {
      if (vision == null || pictures == null) {
        image = null;
        logitScale = null;
      } else {
        image =
            new ImageTower(
                manager.newSubManager(), architecture, vision, pictures, weights, options);
        ParameterSpec scale = ParameterSpecs.logitScale();
        logitScale = new Parameter(scale.info(), weights.values(manager, scale));
      }
    } catch (RuntimeException e) {
      text.close();
      throw e;
    }
  }

  /**
   * Builds a model.
   *
   * @param parent the parent of the model's memory; its device is the model's
   * @param compute how it computes
   */
  public static ClipModel build(
      NDManager parent, Blueprint blueprint, WeightSource weights, ComputeOptions compute) {
    NDManager manager = parent.newSubManager();
    try {
      return new ClipModel(manager, blueprint, weights, compute);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  @Override
  public Architecture architecture() {
    return blueprint.architecture();
  }

  @Override
  public Preprocessing preprocessing() {
    return present(blueprint.preprocessing(), "image tower");
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
    return present(image, "image tower");
  }

  @Override
  public Parameter logitScale() {
    return present(logitScale, "temperature");
  }

  @Override
  public VisionLanguageModel copy() {
    Map<String, NDArray> weights = weights();
    return build(
        manager.getParentManager(),
        blueprint,
        (owner, slot) -> Weights.copy(owner, weights.get(slot.info().name())),
        compute);
  }

  @Override
  public String save(Path folder) {
    return save(folder, blueprint.form(), blueprint.checkpoint());
  }

  /**
   * Writes this model in a format that need not be the one it came from.
   *
   * @param form how the parameters are stored
   */
  public String save(Path folder, StoredForm form, CheckpointWriter other) {
    return other.write(folder, form, weights());
  }

  /**
   * Returns a model as the CLIP that it is.
   *
   * @param format that is to be written
   * @throws UsageException if it is something else
   */
  public static ClipModel require(Model model, String format) {
    if (model instanceof ClipModel clip) {
      return clip;
    }
    throw new UsageException(
        "%s holds CLIP models; the one in %s is none".formatted(format, model.provenance().path()));
  }

  /** Returns all of this model but its weights. */
  public Blueprint blueprint() {
    return blueprint;
  }

  @Override
  public void close() {
    text.close();
    if (image != null) {
      image.close();
    }
    manager.close();
  }

  private Map<String, NDArray> weights() {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    parameters().forEach(parameter -> weights.put(parameter.info().name(), parameter.value()));
    return weights;
  }

  private <T> T present(@Nullable T part, String name) {
    if (part == null) {
      throw new LetheException(
          "the model in %s has no %s".formatted(blueprint.provenance().path(), name));
    }
    return part;
  }
}
