package dev.lethe.clip.text;

import dev.lethe.api.LetheException;
import dev.lethe.api.model.Tokenizer;

/**
 * How a text becomes an input of the text tower.
 *
 * @param files the tokenizer
 * @param cleaning what happens to a text before it
 * @param end where a text ends
 * @param paddingId the token that fills a text up to the full context
 */
public record TextInput(TokenizerFiles files, Cleaning cleaning, EndOfText end, int paddingId) {

  /**
   * Compares the tokenizer with a model.
   *
   * @param size the number of tokens that the model embeds
   * @param key where its configuration says so
   * @throws LetheException if the tokenizer has more
   */
  public void requireWithin(int size, String key) {
    TokenizerFile tokenizer = files.tokenizer();
    if (tokenizer.size() > size) {
      throw new LetheException(
          "%s has ids up to %d, but the model embeds only %d tokens (%s)"
              .formatted(tokenizer.path(), tokenizer.size() - 1, size, key));
    }
  }

  /** Opens the tokenizer. */
  public Tokenizer open(int contextLength) {
    return FastTokenizer.open(files.tokenizer(), cleaning, contextLength);
  }
}
