package dev.lethe.defense.training;

import dev.lethe.api.model.Model;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.tensor.memory.MemoryBudget;

/** What stands in memory while a tower is trained, however little is read at a time. */
public final class TrainingMemory {
  /** The values being trained, their gradients, two moments. */
  public static final int TRAINED = 4;

  /** What of these is left when the model is copied at the end: values and gradients. */
  private static final int COPIED = 2;

  private TrainingMemory() {}

  /** Returns the bytes, the engine included. */
  public static long standing(Model teacher, ParameterSet trained) {
    long model = MemoryBudget.bytes(teacher);
    long training = TRAINED * MemoryBudget.bytes(trained);
    long copying = model + COPIED * MemoryBudget.bytes(trained);
    return MemoryBudget.ENGINE + model + Math.max(training, copying);
  }
}
