package dev.lethe.plugin.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.model.EndStates;
import dev.lethe.api.model.ForwardingTextEncoder;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.tensor.Autograd;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A text tower with adapters. Its parameters are those of the tower, then the adapters'. */
final class AdaptedText extends ForwardingTextEncoder {
  /** Texts that are embedded at a time. */
  private static final int BATCH = 128;

  private final Adapters adapters;
  private final AdapterScript script;

  AdaptedText(TextEncoder inner, Adapters adapters, AdapterScript script) {
    super(inner);
    this.adapters = adapters;
    this.script = script;
  }

  @Override
  public ParameterSet parameters() {
    List<Parameter> all = new ArrayList<>(inner().parameters().list());
    all.addAll(adapters.parameters().list());
    return new ParameterSet(all);
  }

  @Override
  public NDArray forward(NDManager manager, ParameterSet parameters, List<int[]> batch) {
    ParameterSet own = adapters.parameters();
    return script.embed(
        manager,
        parameters.where(info -> !own.has(info.name())),
        parameters.where(info -> own.has(info.name())),
        batch);
  }

  @Override
  public NDArray encode(NDManager manager, List<String> texts, Progress progress) {
    List<int[]> ids = tokenizer().encode(texts);
    try (NDManager scratch = manager.newSubManager();
        Progress.Task task = progress.begin("embedding texts", ids.size())) {
      NDArray embeddings =
          Autograd.withoutGradients(
              () -> {
                NDList parts = new NDList();
                for (int from = 0; from < ids.size(); from += BATCH) {
                  List<int[]> some = ids.subList(from, Math.min(ids.size(), from + BATCH));
                  parts.add(part(scratch, some));
                  task.advance(some.size());
                }
                return NDArrays.concat(parts);
              });
      embeddings.attach(manager);
      return embeddings;
    }
  }

  private NDArray part(NDManager owner, List<int[]> texts) {
    try (NDManager step = owner.newSubManager()) {
      NDArray part = script.embed(step, inner().parameters(), adapters.parameters(), texts);
      part.attach(owner);
      return part;
    }
  }

  @Override
  public NDArray hiddenStates(NDManager manager, ParameterSet parameters, List<int[]> batch) {
    throw noStates();
  }

  @Override
  public EndStates endStates(NDManager manager, String matrix, List<int[]> batch) {
    throw noStates();
  }

  @Override
  public TrainableEncoder<List<int[]>> trainable(Collection<int[]> occurring) {
    return new TrainableAdapters(inner().parameters(), adapters.copy(), script);
  }

  @Override
  public TrainableEncoder<List<int[]>> trainableStates(Collection<int[]> occurring) {
    throw noStates();
  }

  private static LetheException noStates() {
    return new LetheException(
        "a text tower with adapters gives embeddings alone: use output: embedding, or another strategy for a diffusion model");
  }
}
