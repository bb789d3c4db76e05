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

  /**
   * Returns a text in plain writing: what it says, however it is written. References of HTML are
   * resolved, letters that were decoded wrongly are put right, letters have one form and one case,
   * white space and punctuation are what a keyboard has, and nothing is invisible. Texts that some
   * reader of the model takes for the same are the same in it, also where this tokenizer, which may
   * clean less, gives them other ids.
   */
  String plain(String text);

  /** Returns the most ids a text can have, start and end token included. */
  int contextLength();

  /** Returns the number of ids. */
  int vocabularySize();

  @Override
  void close();
}
