package dev.lethe.forgetting.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.method.Need;
import dev.lethe.api.method.Requirements;
import dev.lethe.api.model.ForwardingImageEncoder;
import dev.lethe.api.model.ForwardingModel;
import dev.lethe.api.model.ForwardingTextEncoder;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.api.model.VisionLanguageModel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** A model as somebody has it who can only ask it: it gives embeddings, and no gradients. */
final class QueriedModel extends ForwardingModel {
  private final String attack;

  private QueriedModel(VisionLanguageModel model, String attack) {
    super(model);
    this.attack = attack;
  }

  /**
   * Returns a model as an attack has it: as it is where gradients are required.
   *
   * @param attack who asks, for messages
   */
  static VisionLanguageModel of(
      VisionLanguageModel model, String attack, Requirements requirements) {
    return requirements.include(Need.GRADIENTS) ? model : new QueriedModel(model, attack);
  }

  @Override
  public TextEncoder text() {
    return new QueriedText(inner().text(), attack);
  }

  @Override
  public ImageEncoder image() {
    return new QueriedImage(inner().image(), attack);
  }

  @Override
  public VisionLanguageModel copy() {
    return new QueriedModel(inner().copy(), attack);
  }

  @Override
  public String save(Path folder) {
    return inner().save(folder);
  }

  private static LetheException refusal(String attack) {
    return AttackerKnowledge.undeclared(attack, Need.GRADIENTS);
  }

  private static final class QueriedText extends ForwardingTextEncoder {
    private final String attack;

    QueriedText(TextEncoder tower, String attack) {
      super(tower);
      this.attack = attack;
    }

    @Override
    public NDArray forward(NDManager manager, ParameterSet parameters, List<int[]> batch) {
      throw refusal(attack);
    }

    @Override
    public NDArray hiddenStates(NDManager manager, ParameterSet parameters, List<int[]> batch) {
      throw refusal(attack);
    }

    @Override
    public TrainableEncoder<List<int[]>> trainable(Collection<int[]> occurring) {
      throw refusal(attack);
    }

    @Override
    public TrainableEncoder<List<int[]>> trainableStates(Collection<int[]> occurring) {
      throw refusal(attack);
    }
  }

  private static final class QueriedImage extends ForwardingImageEncoder {
    private final String attack;

    QueriedImage(ImageEncoder tower, String attack) {
      super(tower);
      this.attack = attack;
    }

    @Override
    public NDArray forward(NDManager manager, ParameterSet parameters, NDArray batch) {
      throw refusal(attack);
    }

    @Override
    public TrainableEncoder<NDArray> trainable() {
      throw refusal(attack);
    }
  }
}
