package dev.lethe.testkit;

import dev.lethe.api.LetheException;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import java.nio.file.Path;

/**
 * A model of which one tower is hidden.
 *
 * @param model the whole model
 * @param missing the tower that it lacks now
 */
public record WithoutTower(VisionLanguageModel model, Component missing)
    implements VisionLanguageModel {

  @Override
  public Architecture architecture() {
    Architecture whole = model.architecture();
    return new Architecture(
        whole.dimension(),
        whole.activation(),
        missing.equals(Component.IMAGE) ? null : whole.vision(),
        missing.equals(Component.TEXT) ? null : whole.text());
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
    require(Component.TEXT);
    return model.text();
  }

  @Override
  public ImageEncoder image() {
    require(Component.IMAGE);
    return model.image();
  }

  @Override
  public Parameter logitScale() {
    return model.logitScale();
  }

  @Override
  public VisionLanguageModel copy() {
    return new WithoutTower(model.copy(), missing);
  }

  @Override
  public String save(Path folder) {
    return model.save(folder);
  }

  @Override
  public void close() {
    model.close();
  }

  private void require(Component tower) {
    if (tower.equals(missing)) {
      throw new LetheException("this model has no " + tower + " tower");
    }
  }
}
