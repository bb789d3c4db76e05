package dev.lethe.engine.model;

import ai.djl.ndarray.NDArray;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.VisionLanguageModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Joins two models that were defended from one original, the one in its text tower, the other in
 * its image tower.
 *
 * <p>Whether they come from one original shows in what no defense trains: norms, their statistics
 * and the temperature must be equal bit for bit. What training changes can show nothing.
 */
public final class TowerMerge {
  private static final Set<ParameterRole> NEVER_TRAINED =
      EnumSet.of(ParameterRole.NORM, ParameterRole.NORM_STATISTIC, ParameterRole.LOGIT_SCALE);

  private final VisionLanguageModel text;
  private final VisionLanguageModel image;

  private TowerMerge(VisionLanguageModel text, VisionLanguageModel image) {
    this.text = text;
    this.image = image;
  }

  /**
   * Joins two models, which stay as they are.
   *
   * @param text gives its text tower, and the form in which the result is saved
   * @param image gives its image tower
   * @return a new model, which the caller closes
   * @throws LetheException if one lacks a tower, they are not of one original, or one of the towers
   *     is the same in both, so that there is nothing to join
   */
  public static VisionLanguageModel of(VisionLanguageModel text, VisionLanguageModel image) {
    TowerMerge merge = new TowerMerge(text, image);
    merge.requireTowers(text);
    merge.requireTowers(image);
    merge.requireOneOriginal();
    merge.requireDifferent("text", text.text().parameters(), image.text().parameters());
    merge.requireDifferent("image", text.image().parameters(), image.image().parameters());
    return merge.joined();
  }

  /**
   * Makes sure that the towers that are taken were defended, which two models alone do not show.
   *
   * @param text gives its text tower
   * @param image gives its image tower
   * @param original what both were defended from
   * @throws LetheException if one of the towers is the original's
   */
  public static void requireDefended(
      VisionLanguageModel text, VisionLanguageModel image, VisionLanguageModel original) {
    requireChanged("text", text, text.text().parameters(), original, original.text().parameters());
    requireChanged(
        "image", image, image.image().parameters(), original, original.image().parameters());
  }

  private static void requireChanged(
      String tower,
      VisionLanguageModel model,
      ParameterSet taken,
      VisionLanguageModel original,
      ParameterSet before) {
    if (!isChanged(taken, before)) {
      throw new LetheException(
          "the %s tower of %s is that of %s, so no defense has changed it: --text takes the checkpoint whose text tower was defended, --image the one whose image tower was"
              .formatted(tower, path(model), path(original)));
    }
  }

  private void requireTowers(VisionLanguageModel model) {
    if (!model.components().containsAll(Set.of(Component.TEXT, Component.IMAGE))) {
      throw new LetheException(
          "%s has %s tower alone, and only models with both towers can be merged: give the whole defended checkpoint"
              .formatted(
                  path(model),
                  model.components().contains(Component.TEXT) ? "a text" : "an image"));
    }
  }

  private void requireOneOriginal() {
    if (!text.architecture().equals(image.architecture())
        || !text.preprocessing().equals(image.preprocessing())) {
      throw new LetheException(
          "%s and %s are of different architectures, so they were not defended from one original"
              .formatted(path(text), path(image)));
    }
    List<String> different = new ArrayList<>();
    ParameterSet others = image.parameters();
    for (Parameter parameter : text.parameters()) {
      String name = parameter.info().name();
      if (NEVER_TRAINED.contains(parameter.info().role())
          && !isSame(parameter.value(), others.get(name))) {
        different.add(name);
      }
    }
    if (!different.isEmpty()) {
      throw new LetheException(
          "%s and %s were not defended from one original: %s, which no defense trains, is not the same in both (and %d more)"
              .formatted(path(text), path(image), different.get(0), different.size() - 1)
              .replace(" (and 0 more)", ""));
    }
  }

  private void requireDifferent(String tower, ParameterSet ours, ParameterSet others) {
    if (!isChanged(ours, others)) {
      throw new LetheException(
          "the %s towers of %s and %s are the same, so there is nothing to merge: --text takes the checkpoint whose text tower was defended, --image the one whose image tower was"
              .formatted(tower, path(text), path(image)));
    }
  }

  private static boolean isChanged(ParameterSet ours, ParameterSet others) {
    return ours.list().stream()
        .anyMatch(parameter -> !isSame(parameter.value(), others.get(parameter.info().name())));
  }

  private VisionLanguageModel joined() {
    VisionLanguageModel joined = text.copy();
    try {
      ParameterSet tower = joined.image().parameters();
      for (Parameter parameter : image.image().parameters()) {
        parameter.value().copyTo(tower.get(parameter.info().name()));
      }
      return joined;
    } catch (RuntimeException e) {
      joined.close();
      throw e;
    }
  }

  private static boolean isSame(NDArray one, NDArray other) {
    return one.getShape().equals(other.getShape())
        && one.toByteBuffer().equals(other.toByteBuffer());
  }

  private static String path(VisionLanguageModel model) {
    return Objects.requireNonNullElse(model.provenance().path(), "a new model");
  }
}
