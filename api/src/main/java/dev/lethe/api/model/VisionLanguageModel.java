package dev.lethe.api.model;

import dev.lethe.api.LetheException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A model with a text tower, an image tower or both. */
public interface VisionLanguageModel extends Model {

  /** Returns the shape of this model; a tower that is null there is absent. */
  Architecture architecture();

  @Override
  default Set<Component> components() {
    Set<Component> components = new LinkedHashSet<>();
    if (architecture().text() != null) {
      components.add(Component.TEXT);
    }
    if (architecture().vision() != null) {
      components.add(Component.IMAGE);
    }
    return components;
  }

  /** Returns the parameters of the text tower, of the image tower, and the logit scale. */
  @Override
  default ParameterSet parameters() {
    Set<Component> components = components();
    List<Parameter> parameters = new ArrayList<>();
    if (components.contains(Component.TEXT)) {
      parameters.addAll(text().parameters().list());
    }
    if (components.contains(Component.IMAGE)) {
      parameters.addAll(image().parameters().list());
    }
    if (components.containsAll(Set.of(Component.TEXT, Component.IMAGE))) {
      parameters.add(logitScale());
    }
    return new ParameterSet(parameters);
  }

  /**
   * Returns how pictures are prepared.
   *
   * @throws LetheException if this model has no image tower
   */
  Preprocessing preprocessing();

  /**
   * Returns the text tower.
   *
   * @throws LetheException if this model has none
   */
  TextEncoder text();

  /**
   * Returns the image tower.
   *
   * @throws LetheException if this model has none
   */
  ImageEncoder image();

  /**
   * Returns the natural logarithm of the contrastive temperature, a scalar.
   *
   * @throws LetheException if this model lacks one of the towers that it compares
   */
  Parameter logitScale();

  @Override
  VisionLanguageModel copy();
}
