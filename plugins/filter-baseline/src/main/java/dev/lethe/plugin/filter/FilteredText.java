package dev.lethe.plugin.filter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.model.ForwardingTextEncoder;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.Tokenizer;
import java.util.List;

/** A text tower that reads texts through a filter. */
final class FilteredText extends ForwardingTextEncoder {
  private final NameFilter filter;

  FilteredText(TextEncoder inner, NameFilter filter) {
    super(inner);
    this.filter = filter;
  }

  @Override
  public Tokenizer tokenizer() {
    return new FilteredTokenizer(inner().tokenizer(), filter);
  }

  @Override
  public NDArray encode(NDManager manager, List<String> texts, Progress progress) {
    return inner().encode(manager, texts.stream().map(filter::apply).toList(), progress);
  }
}
