package dev.lethe.scaffold;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.model.ModelLoader;
import java.util.Locale;

/** What a plugin can be begun as; its templates lie in the folder that is called like it. */
public enum PluginKind {
  /** A way to make a model forget. */
  STRATEGY(BackdoorStrategy.class),
  /** A penalty that holds a model near the original. */
  REGULARIZER(Regularizer.class),
  /** A way to tell whether a model knows somebody. */
  ATTACK(PrivacyAttack.class),
  /** A measure. */
  EVALUATION(Evaluation.class),
  /** A source of captions. */
  SOURCE(CaptionSource.class),
  /** A format of checkpoints. */
  FORMAT(ModelLoader.class);

  private final Class<?> contract;

  PluginKind(Class<?> contract) {
    this.contract = contract;
  }

  /** Returns the contract that such a plugin implements. */
  public Class<?> contract() {
    return contract;
  }

  /** Returns it as it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
