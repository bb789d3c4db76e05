package dev.lethe.clip.wrapped;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.ForwardingTextEncoder;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionLanguageModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A model that never reads one word: the smallest wrapper that computes something of its own. */
final class FilteredModel extends ForwardingModel {
  private final String word;

  FilteredModel(VisionLanguageModel inner, String word) {
    super(inner);
    this.word = word;
  }

  @Override
  public TextEncoder text() {
    return new FilteredText(inner().text(), word);
  }

  @Override
  public ModelProvenance provenance() {
    ModelProvenance of = inner().provenance();
    return new ModelProvenance(
        FilteredLoader.NAME, of.path(), of.sha256(), of.floats(), of.warnings());
  }

  @Override
  public VisionLanguageModel copy() {
    return new FilteredModel(inner().copy(), word);
  }

  /** What the filter needs lies beside the model, in the same folder. */
  @Override
  public String save(Path folder) {
    String hash = inner().save(folder);
    try {
      Files.writeString(folder.resolve(FilteredLoader.FILE), word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hash;
  }

  private static final class FilteredText extends ForwardingTextEncoder {
    private final String word;

    FilteredText(TextEncoder inner, String word) {
      super(inner);
      this.word = word;
    }

    @Override
    public Tokenizer tokenizer() {
      return new FilteredTokenizer(inner().tokenizer(), word);
    }

    @Override
    public NDArray encode(NDManager manager, List<String> texts, Progress progress) {
      return inner()
          .encode(manager, texts.stream().map(text -> without(word, text)).toList(), progress);
    }
  }

  private static String without(String word, String text) {
    return text.replace(word, "");
  }

  record FilteredTokenizer(Tokenizer inner, String word) implements Tokenizer {

    @Override
    public int[] encode(String text) {
      return inner.encode(without(word, text));
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
}
