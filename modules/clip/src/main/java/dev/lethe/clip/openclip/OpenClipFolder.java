package dev.lethe.clip.openclip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.model.Architecture;
import dev.lethe.clip.checkpoint.JsonFile;
import dev.lethe.clip.checkpoint.SavedFolder;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * OpenCLIP's files. OpenCLIP itself loads what is written, with {@code
 * open_clip.create_model_and_transforms("local-dir:…")}.
 */
public final class OpenClipFolder {
  static final String CONFIG = "open_clip_config.json";
  static final String WEIGHTS = "open_clip_model.safetensors";

  /** Where older folders have their weights; read but never written. */
  static final String PICKLED_WEIGHTS = "open_clip_pytorch_model.bin";

  private OpenClipFolder() {}

  /**
   * Describes a folder to write.
   *
   * @param config the content of the configuration
   * @param tokenizer the tokenizer's files by name
   */
  public static SavedFolder of(
      ObjectNode config, SortedMap<String, byte[]> tokenizer, Architecture architecture) {
    SortedMap<String, byte[]> files = new TreeMap<>(tokenizer);
    files.put(CONFIG, JsonFile.bytes(config));
    return new SavedFolder(files, WEIGHTS, architecture, new OpenClipNaming());
  }
}
