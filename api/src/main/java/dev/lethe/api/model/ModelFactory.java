package dev.lethe.api.model;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/** Creates untrained models. */
@ConsumerType
public interface ModelFactory {

  /**
   * Creates a model with random weights, drawn on the Java side so that a seed gives the same
   * values on every machine.
   *
   * @param manager the parent of the model's memory; its device is the model's
   * @param tokenizer a {@code tokenizer.json}; copied into what {@link VisionLanguageModel#save}
   *     writes
   */
  VisionLanguageModel create(
      NDManager manager,
      Architecture architecture,
      Preprocessing preprocessing,
      Path tokenizer,
      long seed);
}
