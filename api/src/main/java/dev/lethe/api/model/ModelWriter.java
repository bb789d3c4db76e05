package dev.lethe.api.model;

import dev.lethe.api.LetheException;
import dev.lethe.api.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** Writes models in a checkpoint format that need not be the one they came from. */
@ConsumerType
public interface ModelWriter {

  /**
   * Writes a model as a folder, which appears whole or not at all.
   *
   * @param model is only read
   * @param folder does not exist yet, or is empty
   * @param floats how the parameters are stored; null to store each as the model's own checkpoint
   *     does
   * @return the SHA-256 of the file that holds the weights, in hexadecimal
   * @throws UsageException if this format cannot hold such a model
   * @throws LetheException if it cannot be written
   */
  String write(Model model, Path folder, @Nullable FloatFormat floats);

  /**
   * Returns what of a model this format has no place for, a sentence each, such as an image tower.
   *
   * @throws UsageException if this format cannot hold such a model
   */
  List<String> losses(Model model);
}
