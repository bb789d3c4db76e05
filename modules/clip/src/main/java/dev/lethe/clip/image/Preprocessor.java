package dev.lethe.clip.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.image.Picture;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.image.resize.Resize;
import dev.lethe.tensor.TorchScript;
import java.util.List;

/**
 * Prepares pictures as torchvision's {@code Resize}, {@code CenterCrop}, {@code ToTensor} and
 * {@code Normalize} do one after another, with Pillow's conversion to RGB before the third. Pixels
 * are normalized where the engine computes, so that a quarter of the bytes is moved there. Owns
 * native memory.
 */
public final class Preprocessor implements AutoCloseable {
  /** All three operands are tensors: a GPU would divide by a number with its rounded reciprocal. */
  private static final String SOURCE =
      """
      def normalize(self, rgb: Tensor, white: Tensor, mean: Tensor, std: Tensor) -> Tensor:
        planes = torch.contiguous(torch.permute(rgb, [0, 3, 1, 2]))
        return torch.div_(torch.sub_(torch.div(planes, white), mean), std)
      """;

  private final NDManager memory;
  private final int size;
  private final PixelBuffer pixels;
  private final TorchScript script;
  private final NDArray white;
  private final NDArray mean;
  private final NDArray std;

  /** Prepares the arithmetic on the device of {@code parent}. */
  public Preprocessor(NDManager parent, Preprocessing preprocessing) {
    memory = parent.newSubManager();
    size = preprocessing.size();
    pixels = new PixelBuffer(size);
    script = TorchScript.compile(memory, "Preprocessor", SOURCE);
    white = memory.create(new float[] {255});
    mean = channels(preprocessing.mean());
    std = channels(preprocessing.std());
  }

  /** Resizes, crops and makes RGB; safe for use by several threads. */
  public RgbImage resize(Picture picture) {
    return Resize.centered(picture, size);
  }

  /**
   * Normalizes pictures that {@link #resize} gave.
   *
   * @param owner owns the result
   * @param pictures at least one
   * @return [n, 3, size, size]
   */
  public NDArray normalize(NDManager owner, List<RgbImage> pictures) {
    try (NDArray rgb = pixels.upload(owner, pictures)) {
      return script.call(owner, "normalize", rgb, white, mean, std).singletonOrThrow();
    }
  }

  @Override
  public void close() {
    script.close();
    memory.close();
  }

  private NDArray channels(List<Double> values) {
    float[] each = new float[values.size()];
    for (int channel = 0; channel < each.length; channel++) {
      each[channel] = values.get(channel).floatValue();
    }
    return memory.create(each, new Shape(each.length, 1, 1));
  }
}
