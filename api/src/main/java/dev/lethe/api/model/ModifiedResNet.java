package dev.lethe.api.model;

import java.util.List;

/**
 * CLIP's residual network: a stem of three convolutions, average pooling wherever a picture
 * shrinks, and attention that pools the last feature map (Radford et al., "Learning Transferable
 * Visual Models From Natural Language Supervision", section 2.4).
 *
 * @param imageSize pixels a side, a multiple of {@link #REDUCTION}
 * @param blocks the number of bottlenecks in each of the four stages, 1 to 1000 each
 * @param width the channels after the stem, even
 * @param heads the attention heads of the pooling, a divisor of {@link #features}
 */
public record ModifiedResNet(int imageSize, List<Integer> blocks, int width, int heads)
    implements VisionArchitecture {
  /** How many times smaller a side of the last feature map is. */
  public static final int REDUCTION = 32;

  /** How many times the channels of a bottleneck's inner convolution it gives out. */
  public static final int EXPANSION = 4;

  private static final int STAGES = 4;
  private static final int MOST_BLOCKS = 1000;
  private static final int LARGEST_WIDTH = 1 << 16;

  /** Checks the sizes. */
  public ModifiedResNet {
    blocks = List.copyOf(blocks);
    if (imageSize < REDUCTION || imageSize % REDUCTION != 0) {
      throw new IllegalArgumentException(
          "expected an image size that is a multiple of %d, found %d"
              .formatted(REDUCTION, imageSize));
    }
    if (blocks.size() != STAGES || blocks.stream().anyMatch(n -> n < 1 || n > MOST_BLOCKS)) {
      throw new IllegalArgumentException(
          "expected %d stages of 1 to %d blocks, found %s".formatted(STAGES, MOST_BLOCKS, blocks));
    }
    if (width < 2 || width > LARGEST_WIDTH || width % 2 != 0) {
      throw new IllegalArgumentException(
          "expected an even width from 2 to %d, found %d".formatted(LARGEST_WIDTH, width));
    }
    int features = features(width);
    if (heads < 1 || features % heads != 0) {
      throw new IllegalArgumentException(
          "expected a number of heads that divides %d, found %d".formatted(features, heads));
    }
  }

  @Override
  public int layers() {
    return blocks.stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns the channels of the last feature map. */
  public int features() {
    return features(width);
  }

  /** Returns the channels of the last feature map: every stage but the first doubles them. */
  public static int features(int width) {
    return (width << (STAGES - 1)) * EXPANSION;
  }
}
