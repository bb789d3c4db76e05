package dev.lethe.benchmark;

import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import java.nio.file.Path;

/** A model whose copies note what their text tower reads while it is trained. */
final class RecordedModel extends ForwardingModel {
  private final Recording recording;

  RecordedModel(VisionLanguageModel model, Recording recording) {
    super(model);
    this.recording = recording;
  }

  @Override
  public TextEncoder text() {
    return new RecordedText(inner().text(), recording);
  }

  @Override
  public VisionLanguageModel copy() {
    return new RecordedModel(inner().copy(), recording);
  }

  @Override
  public String save(Path folder) {
    return inner().save(folder);
  }
}
