package dev.lethe.plugin.filter;

import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.io.IoFailure;
import dev.lethe.io.Unfinished;
import java.io.IOException;
import java.nio.file.Path;

/** A model that reads no name that its filter knows. */
final class FilteredModel extends ForwardingModel {
  private final NameFilter filter;

  FilteredModel(VisionLanguageModel inner, NameFilter filter) {
    super(inner);
    this.filter = filter;
  }

  @Override
  public ModelProvenance provenance() {
    ModelProvenance inner = inner().provenance();
    return new ModelProvenance(
        FilteredLoader.NAME, inner.path(), inner.sha256(), inner.floats(), inner.warnings());
  }

  @Override
  public TextEncoder text() {
    return new FilteredText(inner().text(), filter);
  }

  @Override
  public VisionLanguageModel copy() {
    return new FilteredModel(inner().copy(), filter);
  }

  @Override
  public String save(Path folder) {
    try (Unfinished unfinished = Unfinished.of(folder)) {
      String hash = inner().save(unfinished.path());
      FilterFile.write(unfinished.path(), filter);
      unfinished.putInPlace();
      return hash;
    } catch (IOException e) {
      throw IoFailure.cannotWrite(folder, e);
    }
  }
}
