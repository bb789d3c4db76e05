package dev.lethe.tensor.pickle;

import java.util.Map;

/**
 * What an archive holds.
 *
 * @param tensors by name, in the order of the archive
 * @param program whether they belong to a program of TorchScript
 */
record StateDict(Map<String, TensorView> tensors, boolean program) {}
