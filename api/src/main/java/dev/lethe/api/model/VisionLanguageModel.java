package dev.lethe.api.model;

import dev.lethe.api.LetheException;
import dev.lethe.api.settings.ByteSize;
import java.nio.file.Path;

/**
 * A model with a text tower, an image tower or both. Owns native memory; not safe for use by
 * several threads.
 */
public interface VisionLanguageModel extends AutoCloseable {

  /** Returns the shape of this model; a tower that is null there is absent. */
  Architecture architecture();

  /**
   * Returns how pictures are prepared.
   *
   * @throws LetheException if this model has no image tower
   */
  Preprocessing preprocessing();

  /** Returns where this model came from. */
  ModelProvenance provenance();

  /**
   * Returns the text tower.
   *
   * @throws LetheException if this model has none
   */
  TextEncoder text();

  /**
   * Returns the image tower.
   *
   * @throws LetheException if this model has none
   */
  ImageEncoder image();

  /**
   * Returns the natural logarithm of the contrastive temperature, a scalar.
   *
   * @throws LetheException if this model lacks one of the towers that it compares
   */
  Parameter logitScale();

  /**
   * Chooses how exactly both towers compute from now on; at first it is {@link Precision#FP32}.
   *
   * @throws LetheException if this model cannot compute like that
   */
  default void computeIn(Precision precision) {
    if (precision == Precision.BF16) {
      throw new LetheException("this model computes in fp32 alone (asked for bf16)");
    }
  }

  /**
   * Bounds what both towers take from now on while they compute without gradients, beside the
   * parameters, what they were given and what they give: work is divided into chunks whose
   * activations fit. At first a chunk is as large as keeps the device busy, and it is never larger.
   * Results stay what they are, up to rounding.
   *
   * <p>A model that does not compute in chunks may ignore it.
   *
   * @param memory for activations
   * @throws LetheException if not even one text or picture fits
   */
  default void workWithin(ByteSize memory) {}

  /** Returns a model with the same values, precision and bound in new memory. */
  VisionLanguageModel copy();

  /**
   * Writes this model, in the format it was read in, as a folder. The folder appears whole or not
   * at all. Nothing in it tells how the model was made.
   *
   * @param folder does not exist yet, or is empty
   * @return the SHA-256 of the file that holds the weights, in hexadecimal
   * @throws LetheException if it cannot be written
   */
  String save(Path folder);

  @Override
  void close();
}
