package dev.lethe.api.model;

/**
 * How a model computes, decided once when it is read and kept by its copies.
 *
 * @param precision how exactly
 * @param memory how much it may take: work is divided into chunks whose activations fit, and a
 *     chunk is never larger than what keeps the device busy. Results stay what they are, up to
 *     rounding. A model that does not compute in chunks may ignore it
 */
public record ComputeOptions(Precision precision, ActivationMemory memory) {

  /** Computes in fp32, in whatever memory there is. */
  public static ComputeOptions standard() {
    return new ComputeOptions(Precision.FP32, ActivationMemory.unbounded());
  }
}
