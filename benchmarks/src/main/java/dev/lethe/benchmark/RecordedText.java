package dev.lethe.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Encoder;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.TrainableEncoder;
import java.util.Collection;
import java.util.List;

/** A text tower that notes what it reads while it is trained. */
record RecordedText(TextEncoder text, Recording recording) implements TextEncoder {

  @Override
  public TrainableEncoder<List<int[]>> trainable(Collection<int[]> occurring) {
    return new Trained(text.trainable(occurring), recording);
  }

  @Override
  public TrainableEncoder<List<int[]>> trainableStates(Collection<int[]> occurring) {
    return new Trained(text.trainableStates(occurring), recording);
  }

  @Override
  public Component component() {
    return text.component();
  }

  @Override
  public int dimension() {
    return text.dimension();
  }

  @Override
  public ParameterSet parameters() {
    return text.parameters();
  }

  @Override
  public Tokenizer tokenizer() {
    return text.tokenizer();
  }

  @Override
  public NDArray forward(NDManager manager, ParameterSet parameters, List<int[]> batch) {
    return text.forward(manager, parameters, batch);
  }

  @Override
  public NDArray encode(NDManager manager, List<String> texts, Progress progress) {
    return text.encode(manager, texts, progress);
  }

  @Override
  public NDArray hiddenStates(NDManager manager, ParameterSet parameters, List<int[]> batch) {
    return text.hiddenStates(manager, parameters, batch);
  }

  @Override
  public void close() {
    text.close();
  }

  private record Trained(TrainableEncoder<List<int[]>> encoder, Recording recording)
      implements TrainableEncoder<List<int[]>> {

    @Override
    public NDArray forward(NDManager manager, List<int[]> batch) {
      recording.read(batch);
      return encoder.forward(manager, batch);
    }

    @Override
    public ParameterSet parameters() {
      return encoder.parameters();
    }

    @Override
    public ParameterSet restrict(ParameterSet full) {
      return encoder.restrict(full);
    }

    @Override
    public void commit(Encoder<List<int[]>> target) {
      encoder.commit(target);
    }

    @Override
    public void close() {
      encoder.close();
    }
  }
}
