package dev.lethe.clip.openclip;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.clip.model.CheckpointWriter;
import dev.lethe.tensor.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The files of an OpenCLIP folder but its weights. OpenCLIP itself loads what this writes, with
 * {@code open_clip.create_model_and_transforms("local-dir:…")}.
 *
 * @param config the content of {@link #CONFIG}
 * @param tokenizer the tokenizer's files by name, {@link #TOKENIZER} among them
 */
record OpenClipFolder(ObjectNode config, SortedMap<String, byte[]> tokenizer)
    implements CheckpointWriter {
  static final String CONFIG = "open_clip_config.json";
  static final String WEIGHTS = "open_clip_model.safetensors";

  /** Where older folders have their weights; read but never written. */
  static final String PICKLED_WEIGHTS = "open_clip_pytorch_model.bin";

  static final String TOKENIZER = "tokenizer.json";

  @Override
  public String write(Path folder, Map<String, NDArray> weights) {
    Path target = folder.toAbsolutePath().normalize();
    Path temporary = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      requireEmpty(target);
      try {
        remove(temporary);
        Files.createDirectories(temporary);
        String hash = fill(temporary, weights);
        Files.deleteIfExists(target);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        return hash;
      } finally {
        remove(temporary);
      }
    } catch (IOException e) {
      throw LetheException.cannotWrite(folder, e);
    }
  }

  private String fill(Path folder, Map<String, NDArray> weights) throws IOException {
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    String text = json.writeValueAsString(config).replace(System.lineSeparator(), "\n");
    Files.writeString(folder.resolve(CONFIG), text + "\n");
    for (Map.Entry<String, byte[]> file : tokenizer.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    return SafetensorsWriter.write(folder.resolve(WEIGHTS), weights);
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new LetheException("%s is in the way of the model's folder".formatted(folder));
    }
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw new LetheException(
            "%s is not empty; a model is written to a new or empty folder".formatted(folder));
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> content = Files.walk(folder)) {
        for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
