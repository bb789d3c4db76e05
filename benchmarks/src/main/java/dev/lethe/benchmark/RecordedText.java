package dev.lethe.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ForwardingTextEncoder;
import dev.lethe.api.model.ForwardingTrainableEncoder;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TrainableEncoder;
import java.util.Collection;
import java.util.List;

/** A text tower that notes what it reads while it is trained. */
final class RecordedText extends ForwardingTextEncoder {
  private final Recording recording;

  RecordedText(TextEncoder text, Recording recording) {
    super(text);
    this.recording = recording;
  }

  @Override
  public TrainableEncoder<List<int[]>> trainable(Collection<int[]> occurring) {
    return new Trained(inner().trainable(occurring), recording);
  }

  @Override
  public TrainableEncoder<List<int[]>> trainableStates(Collection<int[]> occurring) {
    return new Trained(inner().trainableStates(occurring), recording);
  }

  private static final class Trained extends ForwardingTrainableEncoder<List<int[]>> {
    private final Recording recording;

    Trained(TrainableEncoder<List<int[]>> tower, Recording recording) {
      super(tower);
      this.recording = recording;
    }

    @Override
    public NDArray forward(NDManager manager, List<int[]> batch) {
      recording.read(batch);
      return super.forward(manager, batch);
    }
  }
}
