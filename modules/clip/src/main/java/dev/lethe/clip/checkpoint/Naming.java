package dev.lethe.clip.checkpoint;

import dev.lethe.clip.model.ParameterSpec;
import org.jspecify.annotations.Nullable;

/** How a format names the parameters and lays them out. */
public interface Naming {

  /** Returns where a parameter's values stand. */
  Placement place(ParameterSpec slot);

  /** Returns the value of a scalar that a file may lack, or null for what it must have. */
  @Nullable Double absent(ParameterSpec slot);

  /**
   * Returns whether this format has a place for a tensor that is no parameter, which is kept for a
   * checkpoint that is written later.
   */
  boolean carries(String name);

  /** Returns whether a tensor that is no parameter may stand beside them and is left away. */
  boolean ignores(String name);

  /**
   * Returns whether a tensor stands outside the model, so that nothing of the model is computed
   * with it, such as the head of a classifier.
   */
  boolean foreign(String name);
}
