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

/** How pictures are prepared: {@code preprocessor_config.json}. */
final class PreprocessorFile {
  static final String NAME = "preprocessor_config.json";

  /** Where newer versions of the library say it, among other things. */
  static final String NEWER_NAME = "processor_config.json";

  private static final int BICUBIC = 3;

  private PreprocessorFile() {}

  /**
   * Reads the file of a folder.
   *
   * @param imageSize what the image tower takes
   * @param warnings is told if there is no such file; CLIP's own means and deviations are used then
   * @throws LetheException naming what is not supported
   */
  static Preprocessing read(Path folder, int imageSize, List<String> warnings) {
    Path file = folder.resolve(NAME);
    Path newer = folder.resolve(NEWER_NAME);
    if (Files.isRegularFile(file)) {
      return of(file, new Section(file, "", JsonFile.read(file)), imageSize);
    }
    if (Files.isRegularFile(newer)) {
      JsonNode root = JsonFile.read(newer);
      return of(newer, new Section(newer, "", root).section("image_processor"), imageSize);
    }
    warnings.add("there is no %s; pictures are prepared as CLIP's usually are".formatted(NAME));
    return Preprocessing.clip(imageSize);
  }

  private static Preprocessing of(Path file, Section section, int imageSize) {
    for (String step : List.of("do_resize", "do_center_crop", "do_normalize", "do_rescale")) {
      if (section.has(step) && !section.truth(step)) {
        throw section.unsupported(step, "true");
      }
    }
    if (section.integer("resample", BICUBIC) != BICUBIC) {
      throw section.unsupported("resample", "3, bicubic");
    }
    int resized = section.extent("size", "shortest_edge", imageSize);
    int cropped = section.extent("crop_size", "height", imageSize);
    if (resized != imageSize || cropped != imageSize) {
      throw new LetheException(
          "%s: pictures are resized to %d and cropped to %d, expected both to be the model's %d"
              .formatted(file, resized, cropped, imageSize));
    }
    Preprocessing usual = Preprocessing.clip(imageSize);
    return new Preprocessing(
        imageSize,
        section.channels("image_mean", usual.mean()),
        section.channels("image_std", usual.std()));
  }

  /** Returns the content of the file. */
  static byte[] bytes(Preprocessing preprocessing) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("image_processor_type", "CLIPImageProcessor");
    for (String step :
        List.of("do_convert_rgb", "do_resize", "do_center_crop", "do_rescale", "do_normalize")) {
      root.put(step, true);
    }
    root.put("resample", BICUBIC);
    root.put("rescale_factor", 1 / 255.0);
    root.putObject("size").put("shortest_edge", preprocessing.size());
    root.putObject("crop_size")
        .put("height", preprocessing.size())
        .put("width", preprocessing.size());
    preprocessing.mean().forEach(root.putArray("image_mean")::add);
    preprocessing.std().forEach(root.putArray("image_std")::add);
    return JsonFile.bytes(root);
  }
}
