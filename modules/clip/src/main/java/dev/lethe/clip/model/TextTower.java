package dev.lethe.clip.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.EndStates;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.clip.text.EndOfText;
import dev.lethe.clip.text.IdMatrix;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The causal text transformer. */
final class TextTower implements TextEncoder {
  private final NDManager manager;
  private final Blueprint blueprint;
  private final TextArchitecture architecture;
  private final EndOfText end;
  private final List<ParameterSpec> slots;
  private final ParameterSet parameters;
  private final Tokenizer tokenizer;
  private final TextScript script;
  private final RowScript rows;
  private final TextForward forward;
  private final EndReading reading;

  TextTower(NDManager manager, Blueprint blueprint, WeightSource weights, TowerOptions options) {
    this.manager = manager;
    this.blueprint = blueprint;
    architecture = Objects.requireNonNull(blueprint.architecture().text());
    end = blueprint.texts().end();
    DeviceBatchLimits limits = DeviceBatchLimits.of(manager.getDevice());
    int mostNodes =
        TextForward.nodes(architecture, limits).units(options.activations(), limits.textTokens());
    slots = ParameterSpecs.of(architecture, dimension());
    parameters = Weights.fill(manager, slots, weights);
    script =
        new TextScript(
            manager, architecture, blueprint.architecture().activation(), options.precision());
    rows = new RowScript(manager);
    forward = new TextForward(script, rows, TextForward.bounds(mostNodes, limits));
    reading = new EndReading(script, rows, forward, slots, limits.textTokens());
    tokenizer = blueprint.texts().open(architecture.contextLength());
  }

  @Override
  public Component component() {
    return Component.TEXT;
  }

  @Override
  public int dimension() {
    return blueprint.architecture().dimension();
  }

  @Override
  public ParameterSet parameters() {
    return parameters;
  }

  @Override
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  @Override
  public NDArray forward(NDManager owner, ParameterSet set, List<int[]> batch) {
    List<int[]> texts = batch.stream().map(end::trim).toList();
    return forward.embed(owner, Weights.ordered(slots, set), texts);
  }

  @Override
  public NDArray encode(NDManager owner, List<String> texts, Progress progress) {
    Map<String, Integer> places = new LinkedHashMap<>();
    texts.forEach(text -> places.putIfAbsent(text, places.size()));
    List<int[]> distinct = new ArrayList<>();
    tokenizer.encode(List.copyOf(places.keySet())).forEach(ids -> distinct.add(end.trim(ids)));
    long[] rowOfText = texts.stream().mapToLong(places::get).toArray();
    try (NDManager scratch = owner.newSubManager();
        Progress.Task task = progress.begin("embedding texts", distinct.size())) {
      NDArray embeddings =
          Autograd.withoutGradients(
              () -> {
                List<NDArray> arrays = Weights.ordered(slots, parameters);
                NDArray once =
                    forward.encode(scratch, arrays, distinct, dimension(), task::advance);
                List<String> embedded = List.copyOf(places.keySet());
                Embeddings.requireDirections(
                    once, row -> "the text '%s'".formatted(embedded.get(row)));
                return distinct.size() == texts.size()
                    ? once
                    : rows.take(scratch, List.of(once), rowOfText);
              });
      embeddings.attach(owner);
      return embeddings;
    }
  }

  @Override
  public NDArray hiddenStates(NDManager owner, ParameterSet set, List<int[]> batch) {
    int context = architecture.contextLength();
    IdMatrix full = IdMatrix.of(batch, context, blueprint.texts().paddingId());
    return script.hidden(owner, Weights.ordered(slots, set), full);
  }

  @Override
  public EndStates endStates(NDManager owner, String matrix, List<int[]> batch) {
    return reading.of(owner, parameters, matrix, batch.stream().map(end::trim).toList());
  }

  @Override
  public TrainableEncoder<List<int[]>> trainable(Collection<int[]> occurring) {
    return trainable(occurring, new ReadingEmbeddings(end, forward));
  }

  @Override
  public TrainableEncoder<List<int[]>> trainableStates(Collection<int[]> occurring) {
    int padding = blueprint.texts().paddingId();
    return trainable(occurring, new ReadingStates(script, architecture.contextLength(), padding));
  }

  private TrainableText trainable(Collection<int[]> occurring, TextReading reading) {
    List<int[]> read = occurring.stream().map(reading::prepare).toList();
    Vocabulary vocabulary = Vocabulary.of(read, architecture.vocabularySize());
    return new TrainableText(manager.newSubManager(), parameters, slots, vocabulary, rows, reading);
  }

  @Override
  public void close() {
    tokenizer.close();
    script.close();
    rows.close();
    manager.close();
  }
}
