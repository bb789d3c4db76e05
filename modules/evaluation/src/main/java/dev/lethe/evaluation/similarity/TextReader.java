package dev.lethe.evaluation.similarity;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TextOutput;
import dev.lethe.tensor.Autograd;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads texts with one model; equal texts are read once, and of texts that begin alike the
 * beginning.
 *
 * @param parent the parent of the memory this needs meanwhile
 * @param output what is read
 */
record TextReader(NDManager parent, TextEncoder encoder, TextOutput output, Progress progress) {

  /** Bounds the memory that texts of the full context take while they are read. */
  private static final int STATES_AT_A_TIME = 16;

  /** Returns how many texts should be read together: fewer where a text has more numbers. */
  int texts() {
    return switch (output) {
      case EMBEDDING -> 512;
      case HIDDEN_STATES -> 4 * STATES_AT_A_TIME;
    };
  }

  /** Reads lists of texts together and returns the rows of each list. */
  List<TextRows> read(List<List<String>> lists) {
    Map<String, Integer> distinct = new LinkedHashMap<>();
    List<int[]> rows = lists.stream().map(texts -> number(texts, distinct)).toList();
    float[] values = values(List.copyOf(distinct.keySet()));
    int size = values.length / distinct.size();
    return rows.stream().map(each -> new TextRows(each, values, size)).toList();
  }

  private static int[] number(List<String> texts, Map<String, Integer> distinct) {
    int[] rows = new int[texts.size()];
    for (int i = 0; i < rows.length; i++) {
      Integer next = distinct.size();
      Integer known = distinct.putIfAbsent(texts.get(i), next);
      rows[i] = known == null ? next : known;
    }
    return rows;
  }

  private float[] values(List<String> texts) {
    return switch (output) {
      case EMBEDDING -> embeddings(texts);
      case HIDDEN_STATES -> hiddenStates(texts);
    };
  }

  private float[] embeddings(List<String> texts) {
    try (NDManager manager = parent.newSubManager()) {
      return encoder.encode(manager, texts, progress).toFloatArray();
    }
  }

  private float[] hiddenStates(List<String> texts) {
    List<int[]> tokens = encoder.tokenizer().encode(texts);
    List<float[]> parts = new ArrayList<>();
    for (int from = 0; from < tokens.size(); from += STATES_AT_A_TIME) {
      int to = Math.min(tokens.size(), from + STATES_AT_A_TIME);
      float[] part = states(tokens.subList(from, to));
      requireFinite(part, texts.subList(from, to));
      parts.add(part);
    }
    FloatBuffer all = FloatBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
    parts.forEach(all::put);
    return all.array();
  }

  /** A token of which the model has no embedding spoils the states of the texts that have it. */
  private static void requireFinite(float[] states, List<String> texts) {
    int size = states.length / texts.size();
    for (int i = 0; i < states.length; i++) {
      if (!Float.isFinite(states[i])) {
        throw new LetheException(
            "the states of the text '%s' are no finite numbers; the model may be damaged"
                .formatted(texts.get(i / size)));
      }
    }
  }

  private float[] states(List<int[]> tokens) {
    try (NDManager manager = parent.newSubManager()) {
      return Autograd.withoutGradients(
          () -> encoder.hiddenStates(manager, encoder.parameters(), tokens).toFloatArray());
    }
  }
}
