package dev.lethe.evaluation;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prompts that a class is put into.
 *
 * @param prompts each has {@value #CLASS} where the class goes
 */
record Templates(List<String> prompts) {
  private static final String CLASS = "{}";

  private static final List<String> PLAIN =
      List.of("a photo of a {}", "a {}", "a picture of a {}", "an image showing a {}");

  /** Reads prompts, or takes the plain ones where there is no file. */
  static Templates read(@Nullable Path path) {
    if (path == null) {
      return new Templates(PLAIN);
    }
    JsonFile file = new JsonFile(path);
    List<String> prompts = file.texts();
    if (!prompts.stream().allMatch(prompt -> prompt.contains(CLASS))) {
      throw file.refused("prompts with " + CLASS + " in each, for the class");
    }
    return new Templates(prompts);
  }

  /** Puts a class into every prompt. */
  List<String> fill(String className) {
    return prompts.stream().map(prompt -> prompt.replace(CLASS, className)).toList();
  }
}
