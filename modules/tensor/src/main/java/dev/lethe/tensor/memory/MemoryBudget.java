package dev.lethe.tensor.memory;

import dev.lethe.api.LetheException;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.settings.ByteSize;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * How a run that computes without gradients shares its memory out: the engine and the models stand,
 * and of what they leave one half is for the activations of a model at work, the other for what is
 * made of its embeddings.
 *
 * @param most what the run may take
 * @param models bytes of the parameters of all models that are open
 */
public record MemoryBudget(ByteSize most, long models) {
  /** The Java virtual machine, PyTorch, and what the allocator cannot use again. */
  public static final long ENGINE = 700L << 20;

  /**
   * Shares out what open models leave.
   *
   * @param open a model that occurs twice counts once
   */
  public static MemoryBudget beside(ByteSize most, Collection<? extends Model> open) {
    Set<Model> models = Collections.newSetFromMap(new IdentityHashMap<>());
    models.addAll(open);
    return new MemoryBudget(most, models.stream().mapToLong(MemoryBudget::bytes).sum());
  }

  /** Returns the bytes of a model's parameters. */
  public static long bytes(Model model) {
    return bytes(model.parameters());
  }

  /** Returns the bytes of parameters. */
  public static long bytes(ParameterSet parameters) {
    return Float.BYTES * parameters.count();
  }

  /**
   * Returns the half for activations, as {@link ComputeOptions} give it to a model.
   *
   * @throws LetheException if not even the models fit
   */
  public ByteSize activations() {
    long standing = ENGINE + models;
    if (standing > most.bytes()) {
      throw new LetheException(
          "expected %s of memory for the engine and the models alone, found %s: raise max-memory or use a machine or device with more"
              .formatted(new ByteSize(standing), most));
    }
    return new ByteSize((most.bytes() - standing) / 2);
  }

  /**
   * Chooses how much of something is worked through at a time in the other half.
   *
   * @param what names the work in a message
   * @param standing bytes that are taken however little is worked through
   * @param each bytes for each unit
   * @param largest where more makes nothing faster
   * @throws LetheException if not even one unit fits
   */
  public int units(String what, long standing, long each, int largest) {
    long taken = ENGINE + models + activations().bytes() + standing;
    return new ChunkSize(what, taken, each, 1).units(most, largest);
  }
}
