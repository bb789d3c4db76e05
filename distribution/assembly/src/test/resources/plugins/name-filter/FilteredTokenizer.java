package org.example.filter;

import dev.lethe.api.model.Tokenizer;

record FilteredTokenizer(Tokenizer inner, Filter filter) implements Tokenizer {

  @Override
  public int[] encode(String text) {
    return inner.encode(filter.apply(text));
  }

  @Override
  public String plain(String text) {
    return inner.plain(text);
  }

  @Override
  public int contextLength() {
    return inner.contextLength();
  }

  @Override
  public int vocabularySize() {
    return inner.vocabularySize();
  }

  @Override
  public void close() {
    inner.close();
  }
}
