package dev.lethe.plugin.filter;

import dev.lethe.api.model.Tokenizer;
import java.util.List;

/** A tokenizer that reads texts through a filter. */
record FilteredTokenizer(Tokenizer inner, NameFilter filter) implements Tokenizer {

  @Override
  public int[] encode(String text) {
    return inner.encode(filter.apply(text));
  }

  @Override
  public List<int[]> encode(List<String> texts) {
    return inner.encode(texts.stream().map(filter::apply).toList());
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
