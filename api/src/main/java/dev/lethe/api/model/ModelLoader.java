package dev.lethe.api.model;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Recognizes and reads a checkpoint format. */
@ConsumerType
public interface ModelLoader {

  /**
   * Looks at a path, without reading weights.
   *
   * @return empty if it is not of this format, whatever else it is
   * @throws UsageException if the options choose what the checkpoint does not have
   * @throws LetheException if it is of this format, but its configuration cannot be read
   */
  Optional<ModelInfo> inspect(Path path, LoadOptions options);

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
   * @param path an existing file or folder of this format
   * @param options what the user overrides
   * @param compute how the model computes
   * @return a model of the kind that {@link #inspect} tells
   * @throws NotFoundException if a file of the format is missing
   * @throws LetheException if a file is damaged or describes something unsupported, if the model
   *     cannot compute in that precision, or if the memory does not hold even one text or picture
   */
  Model load(NDManager manager, Path path, LoadOptions options, ComputeOptions compute);

  /**
   * Returns what this format expects to find, for error messages: {@code open_clip_config.json, …}.
   */
  String expects();
}
