package dev.lethe.api.model;

/** How a checkpoint stores a float. */
public enum FloatFormat {
  /** IEEE 754 double precision, with the values of singles. */
  FP64,
  /** IEEE 754 single precision. */
  FP32,
  /** IEEE 754 half precision. */
  FP16,
  /** The upper half of a single. */
  BF16
}
