package dev.lethe.testkit;

import dev.lethe.api.LetheException;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import java.nio.file.Path;

/** A model of which one tower is hidden. */
public final class WithoutTower extends ForwardingModel {
  private final Component missing;

  /**
   * Hides a tower.
   *
   * @param model the whole model
   * @param missing the tower that it lacks now
   */
  public WithoutTower(VisionLanguageModel model, Component missing) {
    super(model);
    this.missing = missing;
  }

  @Override
  public Architecture architecture() {
    Architecture whole = inner().architecture();
    return new Architecture(
        whole.dimension(),
        whole.activation(),
        missing.equals(Component.IMAGE) ? null : whole.vision(),
        missing.equals(Component.TEXT) ? null : whole.text());
  }

  @Override
  public TextEncoder text() {
    require(Component.TEXT);
    return inner().text();
  }

  @Override
  public ImageEncoder image() {
    require(Component.IMAGE);
    return inner().image();
  }

  @Override
  public VisionLanguageModel copy() {
    return new WithoutTower(inner().copy(), missing);
  }

  @Override
  public String save(Path folder) {
    return inner().save(folder);
  }

  private void require(Component tower) {
    if (tower.equals(missing)) {
      throw new LetheException("this model has no " + tower + " tower");
    }
  }
}
