package dev.lethe.demo.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.loss.ContrastiveLoss;
import dev.lethe.tensor.train.TrainingStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One step: the pictures of a batch find their captions. */
final class ContrastiveStep implements TrainingStep {
  private final Epochs epochs;
  private final Pictures pictures;
  private final Map<String, int[]> tokens;
  private final TrainableEncoder<NDArray> image;
  private final TrainableEncoder<List<int[]>> text;
  private final NDArray logitScale;
  private final ContrastiveLoss loss;

  ContrastiveStep(
      Epochs epochs,
      Pictures pictures,
      Map<String, int[]> tokens,
      TrainableEncoder<NDArray> image,
      TrainableEncoder<List<int[]>> text,
      NDArray logitScale,
      ContrastiveLoss loss) {
    this.epochs = epochs;
    this.pictures = pictures;
    this.tokens = tokens;
    this.image = image;
    this.text = text;
    this.logitScale = logitScale;
    this.loss = loss;
  }

  @Override
  public Map<String, Double> backward(NDManager scope, int step) {
    List<Epochs.Sample> batch = epochs.step(step);
    Map<String, Integer> texts = new LinkedHashMap<>();
    long[] rows = new long[batch.size()];
    long[] labels = new long[batch.size()];
    for (int i = 0; i < labels.length; i++) {
      rows[i] = batch.get(i).picture();
      labels[i] = texts.computeIfAbsent(batch.get(i).caption(), caption -> texts.size());
    }
    List<int[]> ids = new ArrayList<>();
    texts.keySet().forEach(caption -> ids.add(tokens.get(caption)));
    NDArray pixels = pictures.rows(scope, rows);
    double value =
        Autograd.backward(
            scope,
            inner ->
                loss.of(
                    inner,
                    image.forward(inner, pixels),
                    text.forward(inner, ids),
                    inner.create(labels),
                    logitScale));
    return Map.of(TOTAL, value);
  }
}
