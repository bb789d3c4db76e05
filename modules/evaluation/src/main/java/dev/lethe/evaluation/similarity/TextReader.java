package dev.lethe.evaluation.similarity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TextOutput;
import dev.lethe.tensor.Autograd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads texts with one model; equal texts are read once.
 *
 * @param parent the parent of the memory this needs meanwhile
 * @param output what is read
 */
record TextReader(NDManager parent, TextEncoder encoder, TextOutput output, Progress progress) {

  TextRows read(List<String> texts) {
    Map<String, Integer> distinct = new LinkedHashMap<>();
    int[] rows = new int[texts.size()];
    for (int i = 0; i < rows.length; i++) {
      Integer next = distinct.size();
      Integer known = distinct.putIfAbsent(texts.get(i), next);
      rows[i] = known == null ? next : known;
    }
    float[] values = values(List.copyOf(distinct.keySet()));
    return new TextRows(rows, values, values.length / distinct.size());
  }

  private float[] values(List<String> texts) {
    try (NDManager manager = parent.newSubManager()) {
      NDArray values =
          switch (output) {
            case EMBEDDING -> encoder.encode(manager, texts, progress);
            case HIDDEN_STATES -> hiddenStates(manager, texts);
          };
      return values.toFloatArray();
    }
  }

  private NDArray hiddenStates(NDManager manager, List<String> texts) {
    List<int[]> tokens = encoder.tokenizer().encode(texts);
    return Autograd.withoutGradients(
        () -> encoder.hiddenStates(manager, encoder.parameters(), tokens));
  }
}
