package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.clip.text.IdMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * Reads texts filled up to the whole context, and gives the states of all their tokens [n, context
 * * width].
 */
record ReadingStates(TextScript script, int context, int padding) implements TextReading {

  @Override
  public int[] prepare(int[] text) {
    int[] full = Arrays.copyOf(text, context);
    if (text.length < context) {
      Arrays.fill(full, text.length, context, padding);
    }
    return full;
  }

  @Override
  public NDArray read(NDManager manager, List<NDArray> parameters, List<int[]> texts) {
    return script.hidden(manager, parameters, IdMatrix.of(texts)).reshape(texts.size(), -1);
  }
}
