package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.clip.text.EndOfText;
import java.util.List;

/** Reads texts up to their end, whose state is the embedding [n, d]. */
record ReadingEmbeddings(EndOfText end, TextForward forward) implements TextReading {

  @Override
  public int[] prepare(int[] text) {
    return end.trim(text);
  }

  @Override
  public NDArray read(NDManager manager, List<NDArray> parameters, List<int[]> texts) {
    return forward.embed(manager, parameters, texts);
  }
}
