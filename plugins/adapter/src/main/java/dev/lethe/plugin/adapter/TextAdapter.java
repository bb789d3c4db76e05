package dev.lethe.plugin.adapter;

import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForwardingBackdoorStrategy;
import dev.lethe.api.method.Cost;
import dev.lethe.api.method.Workload;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.api.settings.SourceSpec;
import jakarta.inject.Inject;

/**
 * {@code text-backdoor} on a model with adapters, which are all that is trained: small layers after
 * attention and after the MLP of each block, {@code h + U gelu(D h + d) + u}, with D of few rows. U
 * starts as zero, so that the model starts as the original. The result is a wrapper around it: what
 * is not linear cannot be merged into weights.
 *
 * <p>Source: Houlsby et al., "Parameter-Efficient Transfer Learning for NLP", ICML 2019, section 2.
 */
@Summary(
    "Trains text-backdoor by bottleneck adapters inside the text tower; takes every setting of"
        + " text-backdoor beside its own.")
final class TextAdapter extends ForwardingBackdoorStrategy {
  private final TextAdapterSettings settings;
  private final RunContext run;

  @Inject
  TextAdapter(TextAdapterSettings settings, RunContext run, SourceResolver sources) {
    super(
        sources.create(
            BackdoorStrategy.class,
            new SourceSpec("text-backdoor", settings.backdoor()),
            "defense.settings"));
    this.settings = settings;
    this.run = run;
  }

  /** The tower's weights have neither gradients nor moments; the model is copied at the end. */
  @Override
  public Cost cost(Workload workload) {
    Cost full = super.cost(workload);
    ByteSize copy = new ByteSize(workload.modelBytes());
    return new Cost(full.steps(), full.texts(), full.pictures(), copy);
  }

  @Override
  public void check(Model original) {
    super.check(original);
    AdaptedShape.of(original.as(VisionLanguageModel.class));
  }

  @Override
  public Defended defend(Model original, DefenseTask task) {
    VisionLanguageModel model = original.as(VisionLanguageModel.class);
    long seed = run.seed("text-adapter");
    try (Adapters start =
        Adapters.start(run.manager(), AdaptedShape.of(model), settings.bottleneck(), seed)) {
      return super.defend(new AdaptedModel(model, start), task);
    }
  }
}
