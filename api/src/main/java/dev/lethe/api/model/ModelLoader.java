package dev.lethe.api.model;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** Recognises and reads a checkpoint format. */
@ConsumerType
public interface ModelLoader {

  /**
   * Returns whether a path looks like this format; reads as little as possible and never throws.
   */
  boolean recognises(Path path);

  /**
   * Returns the files and folders that {@link #load} reads, whose content identifies the model: the
   * checkpoint, unless this format reads only a part of it or something beside it.
   */
  default List<Path> reads(Path path, LoadOptions options) {
    return List.of(path);
  }

  /**
   * Returns the names of the text encoders of a checkpoint that {@link #load} leaves out. Whatever
   * happens to the model that is read, they stay as they are. Weights are not read.
   */
  default List<String> leavesOut(Path path, LoadOptions options) {
    return List.of();
  }

  /**
   * Returns the towers that a checkpoint has, as its configuration says; weights are not read. What
   * cannot be told is taken to be there.
   */
  default Set<Tower> towers(Path path) {
    return EnumSet.of(Tower.TEXT, Tower.IMAGE);
  }

  /**
   * Opens the tokenizer of a checkpoint alone, so that texts can be compared as the model will read
   * them before its weights are. The caller closes it.
   *
   * @return empty where there is no text tower, or this format does not know its tokenizer apart
   *     from the weights
   * @throws NotFoundException if a file of the format is missing
   * @throws LetheException if a file is damaged or describes something unsupported
   */
  default Optional<Tokenizer> tokenizer(Path path, LoadOptions options) {
    return Optional.empty();
  }

  /**
   * Reads a checkpoint.
   *
   * @param manager the parent of the model's memory; its device is the model's
   * @param path an existing file or folder that this loader recognises
   * @param options what the user overrides
   * @throws NotFoundException if a file of the format is missing
   * @throws LetheException if a file is damaged or describes something unsupported
   */
  VisionLanguageModel load(NDManager manager, Path path, LoadOptions options);

  /**
   * Returns what this format expects to find, for error messages: {@code open_clip_config.json, …}.
   */
  String expects();
}
