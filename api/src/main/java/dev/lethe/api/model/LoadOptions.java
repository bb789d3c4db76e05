package dev.lethe.api.model;

import org.jspecify.annotations.Nullable;

/**
 * What a user may say about a checkpoint against its own configuration.
 *
 * @param activation overrides the activation, or null to believe the checkpoint
 */
public record LoadOptions(@Nullable Activation activation) {

  /** Believes the checkpoint. */
  public static LoadOptions none() {
    return new LoadOptions(null);
  }
}
