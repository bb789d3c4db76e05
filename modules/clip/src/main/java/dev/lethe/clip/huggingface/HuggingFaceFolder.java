package dev.lethe.clip.huggingface;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.clip.checkpoint.JsonFile;
import dev.lethe.clip.checkpoint.Naming;
import dev.lethe.clip.checkpoint.SavedFolder;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a checkpoint that the transformers library reads.
 *
 * @param paths where they stand
 * @param config the content of {@code config.json}
 * @param preprocessing how pictures are prepared, or null without an image tower
 * @param tokenizer the tokenizer's files by name
 */
record HuggingFaceFolder(
    FolderPaths paths,
    ObjectNode config,
    @Nullable Preprocessing preprocessing,
    SortedMap<String, byte[]> tokenizer) {

  /** Describes the folder to write, but for the values. */
  SavedFolder saved(Architecture architecture, Naming naming) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    tokenizer.forEach((name, content) -> files.put(paths.tokenizer() + name, content));
    files.put(paths.model() + FolderPaths.CONFIG, JsonFile.bytes(config));
    if (preprocessing != null) {
      files.put(PreprocessorFile.NAME, PreprocessorFile.bytes(preprocessing));
    }
    return new SavedFolder(files, paths.model() + FolderPaths.WEIGHTS, architecture, naming);
  }
}
