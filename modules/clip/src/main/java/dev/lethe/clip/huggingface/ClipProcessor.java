package dev.lethe.clip.huggingface;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.clip.checkpoint.Section;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings of the transformers library's CLIPImageProcessor, and its defaults. What would
 * change pixels otherwise than Lethe computes them is refused by its key.
 */
final class ClipProcessor {
  private static final String TYPE = "CLIPImageProcessor";
  private static final String OLD_TYPE = "CLIPFeatureExtractor";
  private static final String NORMALIZES = "do_normalize";
  private static final String RESCALE_FACTOR = "rescale_factor";
  private static final String SIZE = "size";
  private static final String SHORTEST = "shortest_edge";
  private static final String CROP = "crop_size";
  private static final String HEIGHT = "height";
  private static final String WIDTH = "width";

  private static final List<String> STEPS =
      List.of("do_convert_rgb", "do_resize", "do_center_crop", "do_rescale");

  private static final int BICUBIC = 3;
  private static final int USUAL_SIZE = 224;
  private static final double USUAL_FACTOR = 1 / 255.0;

  /** A factor that was stored as a single is meant to be the same. */
  private static final double SAME_FACTOR = 1e-6;

  private ClipProcessor() {}

  /**
   * Reads the settings.
   *
   * @param imageSize what the image tower takes
   * @throws LetheException naming what is not supported
   */
  static Preprocessing read(Path file, Section section, int imageSize) {
    section.requires("image_processor_type", TYPE, TYPE + "Fast", TYPE + "Pil", OLD_TYPE);
    section.requires("feature_extractor_type", OLD_TYPE, TYPE);
    section.requires("data_format", "channels_first");
    for (String step : STEPS) {
      if (section.has(step) && !section.truth(step)) {
        throw section.unsupported(step, "true");
      }
    }
    if (section.integer("resample", BICUBIC) != BICUBIC) {
      throw section.unsupported("resample", "3, bicubic");
    }
    double factor = section.number(RESCALE_FACTOR, USUAL_FACTOR);
    if (Math.abs(factor / USUAL_FACTOR - 1) > SAME_FACTOR) {
      throw section.unsupported(RESCALE_FACTOR, "1 / 255 = " + USUAL_FACTOR);
    }
    int resized = shortestEdge(section);
    int cropped = crop(section);
    Preprocessing usual = Preprocessing.clip(imageSize);
    List<Double> mean = section.channels("image_mean", usual.mean());
    List<Double> std = section.channels("image_std", usual.std());
    boolean normalizes = !section.has(NORMALIZES) || section.truth(NORMALIZES);
    section.ignores( // of other libraries, for other inputs than pictures, or of steps left out
        "processor_class",
        "transformers_version",
        "return_tensors",
        "device",
        "disable_grouping",
        "input_data_format",
        "pad_size",
        "_valid_processor_keys");
    section.refusesTheRest();
    if (resized != imageSize || cropped != imageSize) {
      throw new LetheException(
          "%s: pictures are resized to %d and cropped to %d, expected both to be the model's %d"
              .formatted(file, resized, cropped, imageSize));
    }
    try {
      return normalizes
          ? new Preprocessing(imageSize, mean, std)
          : new Preprocessing(imageSize, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
    } catch (IllegalArgumentException e) {
      throw new LetheException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** A height and a width would change the shape of a picture. */
  private static int shortestEdge(Section section) {
    if (!section.isObject(SIZE)) {
      return section.integer(SIZE, USUAL_SIZE);
    }
    Section size = section.section(SIZE);
    if (!size.has(SHORTEST)) {
      throw section.unsupported(SIZE, "a number, or shortest_edge");
    }
    int edge = size.integer(SHORTEST);
    size.refusesTheRest();
    return edge;
  }

  private static int crop(Section section) {
    if (!section.isObject(CROP)) {
      return section.integer(CROP, USUAL_SIZE);
    }
    Section crop = section.section(CROP);
    int height = crop.integer(HEIGHT);
    if (crop.integer(WIDTH) != height) {
      throw section.unsupported(CROP, "a width that is the height");
    }
    crop.refusesTheRest();
    return height;
  }

  /** Writes all settings. */
  static void write(ObjectNode root, Preprocessing preprocessing) {
    root.put("image_processor_type", TYPE);
    STEPS.forEach(step -> root.put(step, true));
    root.put(NORMALIZES, true);
    root.put("resample", BICUBIC);
    root.put(RESCALE_FACTOR, USUAL_FACTOR);
    root.putObject(SIZE).put(SHORTEST, preprocessing.size());
    root.putObject(CROP).put(HEIGHT, preprocessing.size()).put(WIDTH, preprocessing.size());
    preprocessing.mean().forEach(root.putArray("image_mean")::add);
    preprocessing.std().forEach(root.putArray("image_std")::add);
  }
}
