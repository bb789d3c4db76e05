package dev.lethe.engine.recipe;

import java.util.function.Supplier;

/**
 * A part of a run whose result is kept, so that it need not be done again.
 *
 * @param name of the file that keeps it; for a shared stage a hash of all it depends on
 * @param scope who may use the result
 * @param type of the result, which JSON can hold
 * @param work computes the result
 */
public record Stage<T>(String name, Scope scope, Class<T> type, Supplier<T> work) {

  /** Who may use the result of a stage. */
  public enum Scope {
    /** This run, should it be stopped and go on. */
    OWN,
    /** Every run that needs the same; several at once do the work once. */
    SHARED
  }

  /** Returns a stage that belongs to its run. */
  public static <T> Stage<T> own(String name, Class<T> type, Supplier<T> work) {
    return new Stage<>(name, Scope.OWN, type, work);
  }

  /**
   * Returns a stage that depends on nothing but what its identity names.
   *
   * @param identity a hash of all inputs and of the code that computes
   */
  public static <T> Stage<T> shared(String identity, Class<T> type, Supplier<T> work) {
    return new Stage<>(identity, Scope.SHARED, type, work);
  }
}
