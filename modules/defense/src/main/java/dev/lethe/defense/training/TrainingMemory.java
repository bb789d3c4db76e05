package dev.lethe.defense.training;

import dev.lethe.api.defense.Adaptation;
import dev.lethe.api.defense.Adapted;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.tensor.memory.MemoryBudget;

/** What stands in memory while a tower is trained, however little is read at a time. */
public final class TrainingMemory {
  /** Values that a model computes with, and their gradients. */
  private static final int COMPUTING = 2;

  private static final int MOMENTS = 2;

  /** Values that are trained, their gradients, two moments. */
  private static final int TRAINED = 4;

  private TrainingMemory() {}

  /**
   * Returns roughly what stands beside the engine and the model, before any model is read.
   *
   * @param tower the size of the tower that is trained
   */
  public static ByteSize planned(ByteSize tower, Adaptation adaptation) {
    long trained = adaptation.trained(tower).bytes();
    int tensors = trained == tower.bytes() ? MOMENTS : TRAINED;
    return new ByteSize(COMPUTING * tower.bytes() + tensors * trained);
  }

  /**
   * Returns the bytes, the engine included.
   *
   * @param weights all that training may change
   * @param adapted how they are made trainable
   */
  public static long standing(Model teacher, ParameterSet weights, Adapted adapted) {
    long model = MemoryBudget.bytes(teacher);
    long computing = MemoryBudget.bytes(weights) + MemoryBudget.bytes(adapted.effective());
    long copying = model + computing; // the model is copied at the end
    return MemoryBudget.ENGINE + model + Math.max(computing + optimizer(adapted), copying);
  }

  /** Values and gradients that are trained as they are have been counted as weights. */
  private static long optimizer(Adapted adapted) {
    int tensors = adapted.trained() == adapted.effective() ? MOMENTS : TRAINED;
    return tensors * MemoryBudget.bytes(adapted.trained());
  }
}
