package dev.lethe.benchmark;

import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import java.nio.file.Path;

/** A model whose copies note what their text tower reads while it is trained. */
record RecordedModel(VisionLanguageModel model, Recording recording)
    implements VisionLanguageModel {

  @Override
  public VisionLanguageModel copy() {
    return new RecordedModel(model.copy(), recording);
  }

  @Override
  public TextEncoder text() {
    return new RecordedText(model.text(), recording);
  }

  @Override
  public Architecture architecture() {
    return model.architecture();
  }

  @Override
  public Preprocessing preprocessing() {
    return model.preprocessing();
  }

  @Override
  public ModelProvenance provenance() {
    return model.provenance();
  }

  @Override
  public ImageEncoder image() {
    return model.image();
  }

  @Override
  public Parameter logitScale() {
    return model.logitScale();
  }

  @Override
  public String save(Path folder) {
    return model.save(folder);
  }

  @Override
  public void close() {
    model.close();
  }
}
