package org.example.mirror;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.ForwardingTextEncoder;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A model whose texts mean the opposite: the smallest wrapper that no merged weights are. */
final class MirroredModel extends ForwardingModel {

  MirroredModel(VisionLanguageModel inner) {
    super(inner);
  }

  @Override
  public ModelProvenance provenance() {
    ModelProvenance inner = inner().provenance();
    return new ModelProvenance(
        MirrorLoader.NAME, inner.path(), inner.sha256(), inner.floats(), inner.warnings());
  }

  @Override
  public TextEncoder text() {
    return new MirroredText(inner().text());
  }

  @Override
  public VisionLanguageModel copy() {
    return new MirroredModel(inner().copy());
  }

  /** What tells a mirrored model from the one inside is an empty file beside it. */
  @Override
  public String save(Path folder) {
    String hash = inner().save(folder);
    try {
      Files.createFile(folder.resolve(MirrorLoader.FILE));
    } catch (IOException e) {
      throw new LetheException("cannot write " + folder, e);
    }
    return hash;
  }

  private static final class MirroredText extends ForwardingTextEncoder {

    MirroredText(TextEncoder inner) {
      super(inner);
    }

    @Override
    public NDArray forward(NDManager manager, ParameterSet parameters, List<int[]> batch) {
      return inner().forward(manager, parameters, batch).neg();
    }

    @Override
    public NDArray encode(NDManager manager, List<String> texts, Progress progress) {
      return inner().encode(manager, texts, progress).neg();
    }
  }
}
