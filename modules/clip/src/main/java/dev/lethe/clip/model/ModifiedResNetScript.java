package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ModifiedResNet;
import dev.lethe.api.model.Precision;
import dev.lethe.tensor.TorchScript;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import java.util.List;

/** The computation of {@link ModifiedResNet}. */
final class ModifiedResNetScript implements ImageComputation {
  /** Some three of the largest are alive at a time, and what a convolution makes of one. */
  private static final int MAPS = 4;

  /**
   * A batch norm that is not in training is linear in each channel, {@code s x + (b - s mean)} with
   * {@code s = g / sqrt(variance + eps)}, so {@code unit} gives it to the weights of the
   * convolution before it, which are fewer than the values of a feature map.
   *
   * <p>Only the mean token's state is asked of the pooling's attention, so only it has a query.
   */
  private static final String SOURCE =
      """
      def unit(self, p: List[Tensor], o: int, x: Tensor, stride: int, padding: int) -> Tensor:
        g = p[torch.add(o, 1)]
        s = torch.mul(g, torch.rsqrt(torch.add(p[torch.add(o, 4)], {eps})))
        w = torch.mul(p[o], torch.reshape(s, [-1, 1, 1, 1]))
        b = torch.sub(p[torch.add(o, 2)], torch.mul(s, p[torch.add(o, 3)]))
        return (self).convolution(x, w, b, stride, padding)
      def shrink(self, x: Tensor, stride: int) -> Tensor:
        if torch.gt(stride, 1):
          y = torch.avg_pool2d(x, [stride, stride])
        else:
          y = x
        return y
      def block(self, p: List[Tensor], o: int, x: Tensor, stride: int, skipped: Tensor) -> Tensor:
        h1 = torch.relu_((self).unit(p, o, x, 1, 0))
        h2 = torch.relu_((self).unit(p, torch.add(o, 5), h1, 1, 1))
        h3 = (self).unit(p, torch.add(o, 10), (self).shrink(h2, stride), 1, 0)
        return torch.relu_(torch.add_(h3, skipped))
      def stage(self, p: List[Tensor], o: int, x: Tensor, stride: int, blocks: int) -> Tensor:
        skipped = (self).unit(p, torch.add(o, 15), (self).shrink(x, stride), 1, 0)
        y = (self).block(p, o, x, stride, skipped)
        for i in range(torch.sub(blocks, 1)):
          y = (self).block(p, torch.add(torch.add(o, 20), torch.mul(i, 15)), y, 1, y)
        return y
      def pool(self, p: List[Tensor], o: int, x: Tensor) -> Tensor:
        n = torch.size(x, 0)
        t = torch.transpose(torch.flatten(x, 2), 1, 2)
        m = torch.mean(t, [1], True)
        z = torch.add(torch.cat([m, t], 1), p[o])
        z0 = torch.slice(z, 1, 0, 1)
        q = (self).linear(z0, p[torch.add(o, 1)], p[torch.add(o, 2)])
        k = (self).linear(z, p[torch.add(o, 3)], p[torch.add(o, 4)])
        v = (self).linear(z, p[torch.add(o, 5)], p[torch.add(o, 6)])
        q1 = torch.transpose(torch.reshape(q, [n, -1, {heads}, {head}]), 1, 2)
        k1 = torch.transpose(torch.reshape(k, [n, -1, {heads}, {head}]), 1, 2)
        v1 = torch.transpose(torch.reshape(v, [n, -1, {heads}, {head}]), 1, 2)
        a = (self).attend(q1, k1, v1)
        y = torch.reshape(a, [n, {features}])
        return (self).wide((self).linear(y, p[torch.add(o, 7)], p[torch.add(o, 8)]))
      def embed(self, p: List[Tensor], pixels: Tensor) -> Tensor:
        x1 = torch.relu_((self).unit(p, 0, pixels, 2, 1))
        x2 = torch.relu_((self).unit(p, 5, x1, 1, 1))
        x3 = torch.relu_((self).unit(p, 10, x2, 1, 1))
        y0 = torch.avg_pool2d(x3, [2, 2])
        y1 = (self).stage(p, {first1}, y0, 1, {blocks1})
        y2 = (self).stage(p, {first2}, y1, 2, {blocks2})
        y3 = (self).stage(p, {first3}, y2, 2, {blocks3})
        y4 = (self).stage(p, {first4}, y3, 2, {blocks4})
        return (self).pool(p, {pooling}, y4)
      """;

  private final TorchScript script;
  private final long largestMap;
  private final long mostValues;

  ModifiedResNetScript(NDManager manager, ModifiedResNet vision, Precision precision) {
    long side = vision.imageSize() / 4;
    largestMap = (long) vision.width() * ModifiedResNet.EXPANSION * side * side;
    mostValues = DeviceBatchLimits.of(manager.getDevice()).mapValues();
    script =
        TorchScript.compile(manager, "ClipResNet", PrecisionScript.of(precision) + source(vision));
  }

  @Override
  public NDArray embed(NDManager manager, List<NDArray> parameters, NDArray pixels) {
    return script.call(manager, "embed", parameters, pixels).singletonOrThrow();
  }

  @Override
  public int saturation() {
    return (int) Math.max(1, mostValues / largestMap);
  }

  @Override
  public long bytesOfPicture() {
    return MAPS * Float.BYTES * largestMap;
  }

  @Override
  public void close() {
    script.close();
  }

  private static String source(ModifiedResNet vision) {
    int unit = ModifiedResNetSpecs.UNIT;
    int first = 3 * unit;
    String source = SOURCE;
    for (int stage = 1; stage <= vision.blocks().size(); stage++) {
      int blocks = vision.blocks().get(stage - 1);
      source =
          source
              .replace("{first" + stage + "}", Integer.toString(first))
              .replace("{blocks" + stage + "}", Integer.toString(blocks));
      first += blocks * 3 * unit + unit;
    }
    return source
        .replace("{pooling}", Integer.toString(first))
        .replace("{features}", Integer.toString(vision.features()))
        .replace("{heads}", Integer.toString(vision.heads()))
        .replace("{head}", Integer.toString(vision.features() / vision.heads()))
        .replace("{eps}", TransformerScript.EPSILON);
  }
}
