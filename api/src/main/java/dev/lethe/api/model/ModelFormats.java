package dev.lethe.api.model;

import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint formats that are installed. Injected into every extension: a loader whose model
 * wraps another reads that one through this, whatever its format.
 */
public final class ModelFormats {
  private final Supplier<Map<String, ModelLoader>> installed;
  private @Nullable Map<String, ModelLoader> loaders;

  /**
   * Takes loaders.
   *
   * @param installed gives them by name, in the order in which they are asked; called when a path
   *     is first looked at
   */
  public ModelFormats(Supplier<Map<String, ModelLoader>> installed) {
    this.installed = installed;
  }

  /**
   * Looks what a path holds. Where several loaders recognize it, the one whose model {@linkplain
   * ModelInfo#wraps wraps} what the others see reads it.
   *
   * @return empty if no installed format is that of the path
   * @throws LetheException if it cannot be told which of several formats it is
   */
  public Optional<RecognizedModel> find(Path path, LoadOptions options) {
    List<RecognizedModel> all =
        loaders().entrySet().stream()
            .flatMap(entry -> look(entry.getKey(), entry.getValue(), path, options).stream())
            .toList();
    List<RecognizedModel> wrappers = all.stream().filter(each -> each.info().wraps()).toList();
    List<RecognizedModel> found = wrappers.isEmpty() ? all : wrappers;
    if (found.size() > 1) {
      throw new LetheException(
          "expected one format in %s, found %s: move what belongs to the others elsewhere"
              .formatted(
                  path,
                  found.stream().map(RecognizedModel::format).collect(Collectors.joining(", "))));
    }
    return found.stream().findFirst();
  }

  /**
   * Looks what a path holds, which has to be a model.
   *
   * @throws LetheException if no installed format, or more than one, is that of the path; says what
   *     each expects
   */
  public RecognizedModel recognize(Path path, LoadOptions options) {
    return find(path, options)
        .orElseThrow(
            () ->
                new LetheException(
                    "%s is no checkpoint that can be read (%s)".formatted(path, expected())));
  }

  /**
   * Returns the formats without one: what a loader asks for the model that its own wraps, where
   * both share a folder.
   */
  public ModelFormats without(String format) {
    return new ModelFormats(
        () -> {
          Map<String, ModelLoader> others = new LinkedHashMap<>(loaders());
          others.remove(format);
          return others;
        });
  }

  /** Returns what every format expects to find, for error messages. */
  public String expected() {
    return loaders().entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue().expects())
        .collect(Collectors.joining("; "));
  }

  private static Optional<RecognizedModel> look(
      String name, ModelLoader loader, Path path, LoadOptions options) {
    return loader
        .inspect(path, options)
        .map(info -> new RecognizedModel(path, name, loader, options, info));
  }

  private synchronized Map<String, ModelLoader> loaders() {
    if (loaders == null) {
      loaders = installed.get();
    }
    return loaders;
  }
}
