package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.Precision;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.tensor.TorchScript;
import dev.lethe.tensor.hardware.Processor;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import java.util.List;

/** A vision transformer's computation. */
final class VisionTransformerScript implements ImageComputation {
  /**
   * The convolution over patches that do not overlap is a linear map of each patch. Of the last
   * block only the state of the first token is wanted, so that one alone is computed.
   */
  private static final String SOURCE =
      """
      def embed(self, p: List[Tensor], pixels: Tensor) -> Tensor:
        n = torch.size(pixels, 0)
        s = torch.reshape(pixels, [n, 3, {grid}, {patch}, {grid}, {patch}])
        t = torch.reshape(torch.permute(s, [0, 2, 4, 1, 3, 5]), [n, {patches}, {values}])
        e = (self).wide((self).projection(t, torch.reshape(p[2], [{width}, {values}])))
        c = torch.expand(torch.reshape(p[0], [1, 1, {width}]), [n, 1, {width}])
        x = torch.add(torch.cat([c, e], 1), p[1])
        x1 = torch.layer_norm(x, [{width}], p[3], p[4], {eps})
        x2 = (self).blocks(p, 5, {last}, x1)
        o = torch.add(5, torch.mul(12, {last}))
        y = (self).after(p, o, torch.select(x2, 1, 0), (self).first(p, o, x2))
        m = torch.sub(torch.len(p), 3)
        z = torch.layer_norm(y, [{width}], p[m], p[torch.add(m, 1)], {eps})
        return torch.matmul(z, p[torch.add(m, 2)])
      """;

  private final TorchScript script;
  private final TransformerShape shape;
  private final int tokens;
  private final int mostTokens;

  VisionTransformerScript(
      NDManager manager, VisionTransformer vision, Activation activation, Precision precision) {
    int patch = vision.patchSize();
    int grid = vision.imageSize() / patch;
    tokens = grid * grid + 1;
    shape = vision.transformer();
    mostTokens = DeviceBatchLimits.of(manager.getDevice()).pictureTokens();
    TokenProducts products =
        TokenProducts.fastest(manager.getDevice(), Processor.find(), shape, precision);
    String embed =
        SOURCE
            .replace("{grid}", Integer.toString(grid))
            .replace("{patch}", Integer.toString(patch))
            .replace("{patches}", Integer.toString(grid * grid))
            .replace("{values}", Integer.toString(3 * patch * patch));
    script =
        TorchScript.compile(
            manager,
            "ClipImage",
            TransformerScript.blocks(shape, activation, false, products, precision)
                + FirstTokenScript.of(shape)
                + TransformerScript.fill(embed, shape));
  }

  @Override
  public NDArray embed(NDManager manager, List<NDArray> parameters, NDArray pixels) {
    return script.call(manager, "embed", parameters, pixels).singletonOrThrow();
  }

  @Override
  public int saturation() {
    return Math.max(1, mostTokens / tokens);
  }

  /**
   * Of each token in one block: the input, the norm's output, q, k, v and their copies, attention's
   * result twice, the sum, its norm, and the MLP's hidden layer before and after its activation.
   */
  @Override
  public long bytesOfPicture() {
    return (long) tokens * Float.BYTES * (12L * shape.width() + 2L * shape.mlpWidth());
  }

  @Override
  public void close() {
    script.close();
  }
}
