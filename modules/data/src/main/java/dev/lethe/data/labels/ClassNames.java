package dev.lethe.data.labels;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.LetheException;
import dev.lethe.data.folder.Folder;
import dev.lethe.io.IntactText;
import dev.lethe.io.RegularFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Names of classes from a JSON file: a map from folder to name, or a list; or, in CLIP_benchmark's
 * form, either of them for each of several data sets.
 */
final class ClassNames {
  /** Room for a hundred thousand names. */
  private static final int LARGEST = 16 << 20;

  private static final int MOST_NAMED = 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final RegularFile file;

  private final @Nullable String dataset;

  ClassNames(Path path, @Nullable String dataset) {
    file = RegularFile.of("class names", path);
    this.dataset = dataset;
  }

  /**
   * Names folders. An entry of a list belongs to the folder of its number where all folders are
   * numbers, as in ImageNet-V2, and else to the folder of the same rank.
   *
   * @param folders sorted
   * @return one name for each folder
   * @throws LetheException if a folder has no name, or a list has names without a folder
   */
  List<String> of(List<Folder> folders) {
    JsonNode json = names(parse());
    if (json.isArray() && json.size() != folders.size()) {
      throw new LetheException(
          "%s has %d names for %d folders; expected as many, or a map from folder to name"
              .formatted(file.path(), json.size(), folders.size()));
    }
    boolean numbered = folders.stream().allMatch(f -> key(f).matches("\\d{1,9}"));
    return IntStream.range(0, folders.size())
        .mapToObj(
            i -> name(json, folders.get(i), numbered ? Integer.parseInt(key(folders.get(i))) : i))
        .toList();
  }

  private JsonNode parse() {
    try {
      JsonNode json = MAPPER.readTree(file.document(LARGEST));
      if (json.isArray() || json.isObject()) {
        return json;
      }
    } catch (JacksonException e) {
      throw new LetheException(
          "%s is not valid JSON, line %d: %s"
              .formatted(file.path(), e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
    throw new LetheException(
        file.path() + " holds no class names; expected a list, or a map from folder to name");
  }

  private JsonNode names(JsonNode json) {
    if (dataset == null) {
      if (json.isObject() && !json.isEmpty() && json.iterator().next().isContainerNode()) {
        throw new LetheException(
            "%s holds the names of several data sets; choose one by dataset: %s"
                .formatted(file.path(), some(json)));
      }
      return json;
    }
    JsonNode chosen = json.path(dataset);
    if (!chosen.isContainerNode()) {
      throw new LetheException(
          "%s has no names of the data set '%s', but of: %s"
              .formatted(file.path(), dataset, some(json)));
    }
    return chosen;
  }

  private static String some(JsonNode json) {
    String names =
        json.properties().stream()
            .limit(MOST_NAMED)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return json.size() > MOST_NAMED ? names + ", …" : names;
  }

  private String name(JsonNode json, Folder folder, int index) {
    JsonNode name = json.isArray() ? json.get(index) : json.get(key(folder));
    if (name == null || !name.isTextual() || name.asText().isBlank()) {
      throw new LetheException(
          "%s has no name for the class folder %s".formatted(file.path(), folder.path()));
    }
    return IntactText.require(
        name.asText().strip(), "%s: the name of %s".formatted(file.path(), folder));
  }

  private static String key(Folder folder) {
    return folder.path().getFileName().toString();
  }
}
