package dev.lethe.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What classes are called in prompts, where their folders do not say it. */
final class ClassNames {
  private final @Nullable Path path;
  private final Map<String, String> byFolder = new HashMap<>();

  private ClassNames(@Nullable Path path) {
    this.path = path;
  }

  /** Reads names, or leaves the folders' names where there is no file. */
  static ClassNames read(@Nullable Path path) {
    ClassNames names = new ClassNames(path);
    if (path != null) {
      JsonFile file = new JsonFile(path);
      JsonNode root = file.read();
      if (root.isObject()) {
        root.properties()
            .forEach(
                entry -> names.byFolder.put(spaced(entry.getKey()), entry.getValue().asText()));
      } else {
        List<String> listed = file.texts();
        for (int i = 0; i < listed.size(); i++) {
          names.byFolder.put(Integer.toString(i), listed.get(i));
        }
      }
      if (names.byFolder.values().stream().anyMatch(String::isBlank)) {
        throw file.refused("a name for every folder");
      }
    }
    return names;
  }

  /** Returns the names of folders, in their order. */
  List<String> of(List<String> folders) {
    return path == null ? folders : folders.stream().map(this::of).toList();
  }

  private String of(String folder) {
    String name = byFolder.get(spaced(folder));
    if (name == null) {
      throw new LetheException(
          "%s has no name for class folder '%s' (it has %d names)"
              .formatted(path, folder, byFolder.size()));
    }
    return name;
  }

  /** A source shows a folder's underscores as spaces. */
  private static String spaced(String folder) {
    return folder.replace('_', ' ');
  }
}
