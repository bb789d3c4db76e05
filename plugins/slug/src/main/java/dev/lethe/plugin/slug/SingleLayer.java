package dev.lethe.plugin.slug;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.Progress;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.TorchScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes one step {@code w - l g_f} in one layer w of a tower. g_f is the gradient of the forget
 * loss
 *
 * <pre>{@code L_f = -mean_i cos(M'(x_i), t_i) }</pre>
 *
 * of what shall be forgotten x_i with targets t_i, and g_r that of the retain loss, by which
 * ordinary data c_i are told from one another:
 *
 * <pre>{@code L_r = -mean_i log softmax_j(100 cos(M'(c_i), M(c_j)))_i }</pre>
 *
 * @param <B> a batch of the tower
 */
final class SingleLayer<B> {
  private static final String SOURCE =
      """
      def forget(self, e: Tensor, t: Tensor) -> Tensor:
        return -torch.sum(torch.cosine_similarity(e, t, 1, 1e-8))
      def unit(self, x: Tensor) -> Tensor:
        return x / torch.clamp_min(torch.linalg_vector_norm(x, 2, [1], True), 1e-12)
      def retain(self, e: Tensor, t: Tensor) -> Tensor:
        s = torch.matmul(self.unit(e), torch.transpose(self.unit(t), 0, 1))
        return -torch.sum(torch.diagonal(torch.log_softmax(100. * s, 1)))
      def step(self, w: Tensor, w0: Tensor, g: Tensor, length: float) -> Tensor:
        return torch.copy_(w, torch.sub(w0, torch.mul(g, length)))
      """;

  private static final Set<ParameterRole> LAYERS =
      EnumSet.of(
          ParameterRole.ATTENTION_INPUT,
          ParameterRole.ATTENTION_OUTPUT,
          ParameterRole.MLP_INPUT,
          ParameterRole.MLP_OUTPUT,
          ParameterRole.CONVOLUTION,
          ParameterRole.PROJECTION);

  private final TrainableEncoder<B> tower;
  private final Rows<B> forget;
  private final Rows<B> retain;
  private final SlugSettings settings;

  SingleLayer(TrainableEncoder<B> tower, Rows<B> forget, Rows<B> retain, SlugSettings settings) {
    this.tower = tower;
    this.forget = forget;
    this.retain = retain;
    this.settings = settings;
  }

  /**
   * Chooses the layer, and changes it.
   *
   * @param parent the parent of the memory of this computation
   */
  void step(NDManager parent, Progress progress) {
    ParameterSet layers =
        new ParameterSet(
            tower.parameters().list().stream()
                .filter(each -> LAYERS.contains(each.info().role()))
                .filter(each -> each.value().getShape().dimension() > 1)
                .toList());
    try (NDManager memory = parent.newSubManager();
        TorchScript script = TorchScript.compile(memory, "Slug", SOURCE)) {
      layers.forEach(each -> each.value().setRequiresGradient(true));
      Map<String, NDArray> forgetting = gradients(memory, script, "forget", forget, layers);
      Map<String, NDArray> retaining = gradients(memory, script, "retain", retain, layers);
      layers.forEach(each -> each.value().setRequiresGradient(false));
      List<Layer> candidates = new ArrayList<>();
      for (Parameter layer : layers) {
        String name = layer.info().name();
        candidates.add(candidate(layer, forgetting.get(name), retaining.get(name)));
      }
      List<Layer> front = Layer.paretoFront(candidates);
      List<Layer> tried = front.subList(0, Math.min(settings.layers(), front.size()));
      List<Found> found = new ArrayList<>();
      try (Progress.Task task = progress.begin("trying layers", tried.size())) {
        for (Layer layer : tried) {
          NDArray gradient = forgetting.get(layer.name());
          found.add(new Found(layer, search(memory, script, layers.get(layer.name()), gradient)));
          task.advance(1);
        }
      }
      Found best = found.stream().max(better()).orElseThrow();
      NDArray chosen = layers.get(best.layer().name());
      NDArray gradient = forgetting.get(best.layer().name());
      script.run(memory, "step", chosen, copy(memory, chosen), gradient, best.outcome().length());
    }
  }

  /** More forgetting than is asked for is not better; then it counts what is retained. */
  private Comparator<Found> better() {
    return Comparator.comparingDouble(
            (Found each) -> Math.min(each.outcome().forgetting(), settings.forgetting()))
        .thenComparingDouble(each -> each.outcome().retention());
  }

  private StepSearch.Outcome search(
      NDManager memory, TorchScript script, NDArray layer, NDArray gradient) {
    NDArray before = copy(memory, layer);
    double first = 0.01 * norm(layer) / Math.max(norm(gradient), 1e-30);
    StepSearch.Outcome outcome =
        new StepSearch(settings.forgetting(), settings.retention(), settings.halvings())
            .search(
                first,
                length -> {
                  script.run(memory, "step", layer, before, gradient, length).close();
                  return new StepSearch.Outcome(
                      length, -mean(memory, script, forget), -mean(memory, script, retain));
                });
    script.run(memory, "step", layer, before, gradient, 0.0).close();
    return outcome;
  }

  /** Returns the mean of the forget loss over rows: minus their similarity to their targets. */
  private double mean(NDManager memory, TorchScript script, Rows<B> rows) {
    double sum = 0;
    for (Rows.Part<B> part : rows.parts()) {
      try (NDManager scope = memory.newSubManager()) {
        sum += Autograd.withoutGradients(() -> loss(scope, script, "forget", part).getFloat());
      }
    }
    return sum / rows.count();
  }

  /** Returns the gradient of the mean loss, by the layer. */
  private Map<String, NDArray> gradients(
      NDManager memory, TorchScript script, String loss, Rows<B> rows, ParameterSet layers) {
    Autograd.makeGradients(memory, layers.arrays());
    for (Rows.Part<B> part : rows.parts()) {
      Autograd.backward(memory, scope -> loss(scope, script, loss, part));
    }
    NDList sums = Autograd.gradients(memory, layers.arrays());
    Map<String, NDArray> means = new HashMap<>();
    for (int i = 0; i < sums.size(); i++) {
      NDArray sum = sums.get(i);
      NDArray mean = Autograd.withoutGradients(() -> sum.div((float) rows.count()));
      mean.attach(memory);
      means.put(layers.list().get(i).info().name(), mean);
    }
    return means;
  }

  private NDArray loss(NDManager scope, TorchScript script, String loss, Rows.Part<B> part) {
    int d = part.targets().length / part.count();
    NDArray targets = scope.create(part.targets(), new Shape(part.count(), d));
    NDArray embeddings = tower.forward(scope, part.batch());
    return script.call(scope, loss, embeddings, targets).singletonOrThrow();
  }

  private static Layer candidate(Parameter layer, NDArray forgetting, NDArray retaining) {
    return Autograd.withoutGradients(
        () -> {
          try (NDArray product = forgetting.mul(retaining);
              NDArray sum = product.sum()) {
            double f = norm(forgetting);
            double r = norm(retaining);
            double w = norm(layer.value());
            return new Layer(
                layer.info().name(),
                f / Math.max(w, 1e-30),
                sum.getFloat() / Math.max(f * r, 1e-30));
          }
        });
  }

  private static double norm(NDArray array) {
    return Autograd.withoutGradients(
        () -> {
          try (NDArray square = array.square();
              NDArray sum = square.sum()) {
            return Math.sqrt(sum.getFloat());
          }
        });
  }

  private static NDArray copy(NDManager memory, NDArray array) {
    NDArray copy = Autograd.withoutGradients(array::duplicate);
    copy.attach(memory);
    return copy;
  }

  private record Found(Layer layer, StepSearch.Outcome outcome) {}
}
