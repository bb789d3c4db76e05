package dev.lethe.clip.model;

import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ComputeOptions;
import dev.lethe.api.model.Precision;
import dev.lethe.api.settings.ByteSize;

/**
 * How the towers of a model compute whose size is known.
 *
 * @param precision how exactly
 * @param activations what a tower may take while it computes without gradients
 */
record TowerOptions(Precision precision, ByteSize activations) {

  static TowerOptions of(ComputeOptions compute, Architecture architecture) {
    long values =
        ParameterSpecs.of(architecture).stream().mapToLong(spec -> spec.shape().size()).sum();
    return new TowerOptions(
        compute.precision(), compute.memory().beside(new ByteSize(Float.BYTES * values)));
  }
}
