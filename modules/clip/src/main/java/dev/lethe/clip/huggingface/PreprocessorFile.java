package dev.lethe.clip.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.clip.checkpoint.JsonFile;
import dev.lethe.clip.checkpoint.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How pictures are prepared: {@code preprocessor_config.json}, or {@code processor_config.json},
 * where newer versions of the library say it among other things.
 */
final class PreprocessorFile {
  static final String NAME = "preprocessor_config.json";

  private static final String NEWER_NAME = "processor_config.json";
  private static final String NESTED = "image_processor";

  private PreprocessorFile() {}

  /**
   * Reads the file of a folder. Where both are there, both must say the same, because versions of
   * the library read one or the other.
   *
   * @param imageSize what the image tower takes
   * @param warnings is told if there is no such file; CLIP's own means and deviations are used then
   * @throws LetheException naming what is not supported
   */
  static Preprocessing read(Path folder, int imageSize, List<String> warnings) {
    Path file = folder.resolve(NAME);
    Path newer = folder.resolve(NEWER_NAME);
    JsonNode nested =
        Files.isRegularFile(newer)
            ? JsonFile.read(newer).path(NESTED)
            : JsonNodeFactory.instance.missingNode();
    if (nested.isMissingNode() || nested.isNull()) {
      if (Files.isRegularFile(file)) {
        return ClipProcessor.read(file, new Section(file, "", JsonFile.read(file)), imageSize);
      }
      warnings.add("there is no %s; pictures are prepared as CLIP's usually are".formatted(NAME));
      return Preprocessing.clip(imageSize);
    }
    Preprocessing read = ClipProcessor.read(newer, new Section(newer, NESTED, nested), imageSize);
    if (Files.isRegularFile(file)
        && !ClipProcessor.read(file, new Section(file, "", JsonFile.read(file)), imageSize)
            .equals(read)) {
      throw new LetheException(
          "%s prepares pictures otherwise than %s beside it; remove the one that is wrong"
              .formatted(newer, NAME));
    }
    return read;
  }

  /** Returns the content of the file. */
  static byte[] bytes(Preprocessing preprocessing) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ClipProcessor.write(root, preprocessing);
    return JsonFile.bytes(root);
  }
}
