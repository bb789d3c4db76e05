package dev.lethe.api.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What one look at a checkpoint tells before its weights are read.
 *
 * @param kind the interface that the model will have, such as {@link VisionLanguageModel}
 * @param components that it has, as its configuration says; one that cannot be told is taken to be
 *     there
 * @param files the files and folders that are read, whose content identifies the model
 * @param leftOut the names of its text encoders that are not read, with their classes where those
 *     are known. Whatever happens to the model that is read, they stay as they are
 * @param wraps whether the model wraps another that its folder holds too, so that other loaders may
 *     recognize that one there: the wrapper comes first
 */
public record ModelInfo(
    Class<? extends Model> kind,
    Set<Component> components,
    List<Path> files,
    List<String> leftOut,
    boolean wraps) {

  /** For a model that is all there is. */
  public ModelInfo(
      Class<? extends Model> kind,
      Set<Component> components,
      List<Path> files,
      List<String> leftOut) {
    this(kind, components, files, leftOut, false);
  }

  /** Copies the collections. */
  public ModelInfo {
    components = Set.copyOf(components);
    files = List.copyOf(files);
    leftOut = List.copyOf(leftOut);
  }
}
