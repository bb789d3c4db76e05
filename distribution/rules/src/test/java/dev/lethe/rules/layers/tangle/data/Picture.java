package dev.lethe.rules.layers.tangle.data;

import dev.lethe.rules.layers.tangle.api.Contract;

/** Makes a cycle with what it implements. */
public record Picture() implements Contract {
  @Override
  public Picture picture() {
    return this;
  }
}
