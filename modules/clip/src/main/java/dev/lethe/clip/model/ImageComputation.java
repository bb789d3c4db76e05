package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.Precision;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.model.VisionTransformer;
import java.util.List;

/** What one kind of image tower computes. */
interface ImageComputation extends AutoCloseable {

  /** Compiles the computation of an architecture. */
  static ImageComputation compile(
      NDManager manager, VisionArchitecture vision, Activation activation, Precision precision) {
    return vision instanceof ModifiedResNet resNet
        ? new ModifiedResNetScript(manager, resNet, precision)
        : new VisionTransformerScript(manager, (VisionTransformer) vision, activation, precision);
  }

  /**
   * Computes embeddings [n, d]; differentiable.
   *
   * @param parameters in the order of {@link ParameterSpecs}
   * @param pixels [n, 3, side, side]
   */
  NDArray embed(NDManager manager, List<NDArray> parameters, NDArray pixels);

  /** Returns how many pictures keep the device busy, at least 1: more are not faster. */
  int saturation();

  /** Returns the bytes that the activations of a picture take without gradients. */
  long bytesOfPicture();

  @Override
  void close();
}
