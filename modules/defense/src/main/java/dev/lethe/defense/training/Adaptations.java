package dev.lethe.defense.training;

import dev.lethe.api.defense.Adaptation;
import dev.lethe.api.defense.Adapted;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.settings.SourceSpec;
import org.jspecify.annotations.Nullable;

/** How a training of a tower makes its weights trainable. */
public final class Adaptations {
  private Adaptations() {}

  /**
   * Creates the adaptation that settings name.
   *
   * @param spec the setting, or null where every weight is trained as it is
   */
  public static Adaptation of(@Nullable SourceSpec spec, SourceResolver sources) {
    return spec == null
        ? Adaptation.full()
        : sources.create(Adaptation.class, spec, "defense.settings.adaptation");
  }

  /** Restricts what a regularizer compares to the weights that can change. */
  public static ParameterPair effective(ParameterPair weights, Adapted adapted) {
    ParameterSet student = adapted.effective();
    ParameterSet teacher = weights.teacher().where(info -> student.has(info.name()));
    return new ParameterPair(student, teacher);
  }
}
