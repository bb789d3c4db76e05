package dev.lethe.evaluation.zeroshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import dev.lethe.io.RegularFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The prompts that a class is put into.
 *
 * @param prompts each has <code>{0}</code> where the class goes
 */
record Templates(List<String> prompts) {
  private static final String CLASS = "{0}";

  /** How OpenCLIP's lists and CLIP_benchmark's have it. */
  private static final Pattern OTHERWISE = Pattern.compile("\\{c?\\}");

  /** Room for ten thousand prompts. */
  private static final int LARGEST = 1 << 20;

  private static final int MOST_NAMED = 20;

  private static final List<String> PLAIN =
      List.of("a photo of a {0}", "a {0}", "a picture of a {0}", "an image showing a {0}");

  Templates {
    prompts = List.copyOf(prompts);
  }

  /**
   * Reads prompts, or takes the plain ones where there is no file.
   *
   * @param dataset whose prompts are read where the file holds those of several, as
   *     CLIP_benchmark's does, or null
   * @throws NotFoundException if the file is missing
   * @throws UsageException if it is not a JSON list of prompts
   */
  static Templates read(@Nullable Path path, @Nullable String dataset) {
    if (path == null) {
      return new Templates(PLAIN);
    }
    List<String> prompts = new ArrayList<>();
    JsonNode root = json(path);
    if (root.isObject()) {
      root = of(dataset, root, path);
    }
    if (root.isArray()) {
      root.forEach(
          item ->
              prompts.add(
                  item.isTextual() ? OTHERWISE.matcher(item.textValue()).replaceAll(CLASS) : ""));
    }
    if (prompts.isEmpty() || !prompts.stream().allMatch(prompt -> prompt.contains(CLASS))) {
      throw new UsageException(
          "%s must hold a JSON list of prompts with %s in each, for the class"
              .formatted(path, CLASS));
    }
    return new Templates(prompts);
  }

  private static JsonNode of(@Nullable String dataset, JsonNode root, Path path) {
    if (dataset == null || !root.path(dataset).isArray()) {
      throw new UsageException(
          "%s holds the prompts of several data sets; expected dataset to be one of: %s%s"
              .formatted(
                  path,
                  root.properties().stream()
                      .filter(each -> each.getValue().isArray())
                      .map(Map.Entry::getKey)
                      .limit(MOST_NAMED)
                      .collect(Collectors.joining(", ")),
                  dataset == null ? "" : " (got '%s')".formatted(dataset)));
    }
    return root.path(dataset);
  }

  /** Puts a class into a prompt. */
  static String fill(String prompt, String className) {
    return prompt.replace(CLASS, className);
  }

  private static JsonNode json(Path path) {
    try {
      return new ObjectMapper().readTree(RegularFile.of("templates", path).document(LARGEST));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new UsageException("%s is not valid JSON, line %d".formatted(path, line));
    }
  }
}
