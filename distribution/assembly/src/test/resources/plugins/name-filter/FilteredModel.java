package org.example.filter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.ForwardingTextEncoder;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionLanguageModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A model that never reads a name. */
final class FilteredModel extends ForwardingModel {
  private final Filter filter;

  FilteredModel(VisionLanguageModel inner, Filter filter) {
    super(inner);
    this.filter = filter;
  }

  @Override
  public ModelProvenance provenance() {
    ModelProvenance inner = inner().provenance();
    return new ModelProvenance(
        FilterLoader.NAME, inner.path(), inner.sha256(), inner.floats(), inner.warnings());
  }

  @Override
  public TextEncoder text() {
    return new FilteredText(inner().text(), filter);
  }

  @Override
  public VisionLanguageModel copy() {
    return new FilteredModel(inner().copy(), filter);
  }

  /** The folder appears whole: it is written beside its place and moved. */
  @Override
  public String save(Path folder) {
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    try {
      String hash = inner().save(part);
      filter.write(part);
      Files.deleteIfExists(folder);
      Files.move(part, folder);
      return hash;
    } catch (IOException e) {
      throw new LetheException("cannot write " + folder, e);
    }
  }

  private static final class FilteredText extends ForwardingTextEncoder {
    private final Filter filter;

    FilteredText(TextEncoder inner, Filter filter) {
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
}
