package dev.lethe.clip.huggingface;

import dev.lethe.api.NotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the parts of a checkpoint stand.
 *
 * @param model the folder of configuration and weights, below the checkpoint's; empty or ending in
 *     a slash
 * @param tokenizer the tokenizer's
 */
record FolderPaths(String model, String tokenizer) {
  static final String CONFIG = "config.json";
  static final String WEIGHTS = "model.safetensors";

  /** In the order in which the transformers library looks. */
  private static final List<String> READ =
      List.of(
          WEIGHTS,
          "model.safetensors.index.json",
          "pytorch_model.bin",
          "pytorch_model.bin.index.json");

  /** Everything in one folder. */
  static FolderPaths together() {
    return new FolderPaths("", "");
  }

  /** As a pipeline of the diffusers library has its text encoder. */
  static FolderPaths pipeline() {
    return new FolderPaths("text_encoder/", "tokenizer/");
  }

  Path config(Path checkpoint) {
    return checkpoint.resolve(model + CONFIG);
  }

  /**
   * Finds the weights.
   *
   * @throws NotFoundException if there are none
   */
  Path weights(Path checkpoint) {
    return READ.stream()
        .map(name -> checkpoint.resolve(model + name))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "there is no %s in %s, nor %s"
                        .formatted(
                            WEIGHTS,
                            checkpoint.resolve(model),
                            String.join(", nor ", READ.subList(1, READ.size())))));
  }

  /** Returns what is read, for messages. */
  String expected() {
    return "%s%s and %s%s (or sharded with an index, or pytorch_model.bin)"
        .formatted(model, CONFIG, model, WEIGHTS);
  }
}
