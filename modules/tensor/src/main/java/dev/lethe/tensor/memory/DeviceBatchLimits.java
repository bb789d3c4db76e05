package dev.lethe.tensor.memory;

import ai.djl.Device;

/**
 * How much at a time keeps a device busy: more makes nothing faster, and takes memory. The one
 * place where these sizes are chosen.
 */
public enum DeviceBatchLimits {
  /**
   * What is larger leaves the processor's cache: 8192 tokens of pictures took 127 ms of processor
   * time a picture where 2048 took 99 ms (ViT-B/32, AMD EPYC).
   */
  PROCESSOR(1024, .25, 2048, 1 << 24, 1024),

  /**
   * What is smaller leaves a GPU idle between two kernels. A step of 128 + 128 texts took 49 ms in
   * one part and 110 ms in parts of 1024 tokens; with a padding of a quarter 52 ms, without a limit
   * 52 ms and 8.3 GB instead of 5.0 (ViT-B/32, NVIDIA H200). Larger batches of pictures were not
   * tried.
   */
  GPU(32_768, 1, 12_800, 1 << 28, 4096);

  /** Trees of tokens that a chunk of texts fills; of one in so many the last is not full. */
  private static final int TREES = 8;

  private final int textTokens;
  private final double padding;
  private final int pictureTokens;
  private final int mapValues;
  private final int rows;

  DeviceBatchLimits(int textTokens, double padding, int pictureTokens, int mapValues, int rows) {
    this.textTokens = textTokens;
    this.padding = padding;
    this.pictureTokens = pictureTokens;
    this.mapValues = mapValues;
    this.rows = rows;
  }

  /** Returns what keeps a device busy. */
  public static DeviceBatchLimits of(Device device) {
    return device.isGpu() ? GPU : PROCESSOR;
  }

  /** Returns tokens of texts that go through a transformer, with gradients or without. */
  public int textTokens() {
    return textTokens;
  }

  /**
   * Returns how much longer than the shortest a text may be that shares its attention, as a share
   * of its length: more padding costs more than another call.
   */
  public double padding() {
    return padding;
  }

  /** Returns tokens of pictures that go through a transformer. */
  public int pictureTokens() {
    return pictureTokens;
  }

  /** Returns values of the largest feature map that goes through a ResNet. */
  public int mapValues() {
    return mapValues;
  }

  /** Returns texts that are given to an encoder, which makes chunks of tokens of them. */
  public int texts() {
    return TREES * textTokens;
  }

  /** Returns rows on either side of a product of embeddings with embeddings. */
  public int rows() {
    return rows;
  }
}
