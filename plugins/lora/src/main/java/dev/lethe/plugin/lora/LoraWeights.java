package dev.lethe.plugin.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.defense.Adapted;
import dev.lethe.api.defense.Artifact;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.tensor.TorchScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Weights that follow from low-rank changes: {@code W = W0 + s B A}. With G, the gradient of W, the
 * chain rule gives {@code dA = s Bᵀ G} and {@code dB = s G Aᵀ}. W may be a part of a tensor.
 */
final class LoraWeights implements Adapted {
  private static final String SOURCE =
      """
      def compose(self, w: Tensor, w0: Tensor, a: Tensor, b: Tensor, part: int, parts: int, \
      s: float) -> None:
        own = torch.chunk(w, parts, 0)[part]
        _0 = torch.copy_(own, torch.chunk(w0, parts, 0)[part] + torch.matmul(b, a) * s)
        return None

      def pull(self, grad: Tensor, a: Tensor, b: Tensor, part: int, parts: int, \
      s: float) -> Tuple[Tensor, Tensor]:
        g = torch.chunk(grad, parts, 0)[part]
        da = torch.matmul(torch.transpose(b, 0, 1), g) * s
        db = torch.matmul(g, torch.transpose(a, 0, 1)) * s
        return (da, db)
      """;

  private final TorchScript script;
  private final List<LowRankChange> changes;
  private final LoraSettings settings;
  private final ParameterSet start;
  private final ParameterSet effective;
  private final ParameterSet trained;
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * Prepares to compute.
   *
   * @param weights of which some change
   * @param changes at least one
   */
  LoraWeights(
      NDManager memory, ParameterPair weights, List<LowRankChange> changes, LoraSettings settings) {
    script = TorchScript.compile(memory, "Lora", SOURCE);
    this.changes = List.copyOf(changes);
    this.settings = settings;
    start = weights.teacher();
    Set<String> changed = new HashSet<>();
    List<Parameter> factors = new ArrayList<>();
    for (LowRankChange change : changes) {
      changed.add(change.module().weight().name());
      factors.addAll(change.factors());
    }
    effective = weights.student().where(info -> changed.contains(info.name()));
    trained = new ParameterSet(factors);
    effective.forEach(weight -> places.put(weight.info().name(), places.size()));
  }

  @Override
  public ParameterSet effective() {
    return effective;
  }

  @Override
  public ParameterSet trained() {
    return trained;
  }

  @Override
  public void compose(NDManager scope) {
    for (LowRankChange change : changes) {
      LinearModule module = change.module();
      String name = module.weight().name();
      script.run(
          scope,
          "compose",
          effective.get(name),
          start.get(name),
          change.a(),
          change.b(),
          module.part(),
          module.weight().fused(),
          settings.scale());
    }
  }

  @Override
  public List<NDArray> pull(NDManager scope, List<NDArray> gradients) {
    List<NDArray> pulled = new ArrayList<>();
    for (LowRankChange change : changes) {
      LinearModule module = change.module();
      pulled.addAll(
          script.run(
              scope,
              "pull",
              gradients.get(places.get(module.weight().name())),
              change.a(),
              change.b(),
              module.part(),
              module.weight().fused(),
              settings.scale()));
    }
    return pulled;
  }

  @Override
  public List<Artifact> artifacts() {
    return settings.export() == LoraSettings.Export.PEFT
        ? List.of(PeftAdapter.of(changes, settings))
        : List.of();
  }
}
