package dev.lethe.api.model;

import java.util.List;

/** Turns text into the ids that a text encoder reads. Safe for use by several threads. */
public interface Tokenizer extends AutoCloseable {

  /**
   * Returns the ids of a text from the start token to the end token, not padded, cut to the context
   * length with the end token kept.
   */
  int[] encode(String text);

  /** Returns the ids of many texts, in order; may be faster than one by one. */
  default List<int[]> encode(List<String> texts) {
    return texts.stream().map(this::encode).toList();
  }

  /** Returns the most ids a text can have, start and end token included. */
  int contextLength();

  /** Returns the number of ids. */
  int vocabularySize();

  @Override
  void close();
}
