package dev.lethe.tensor.pickle;

import java.util.List;
import java.util.Map;

/**
 * What an archive holds.
 *
 * @param tensors by name, in the order of the archive
 * @param program whether they belong to a program of TorchScript
 * @param notes what a person should know about the choice of the tensors, a sentence each
 */
record StateDict(Map<String, TensorView> tensors, boolean program, List<String> notes) {}
