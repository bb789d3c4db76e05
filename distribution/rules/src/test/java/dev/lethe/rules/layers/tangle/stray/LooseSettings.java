package dev.lethe.rules.layers.tangle.stray;

/** Settings that could change, and that nobody could check. */
public final class LooseSettings {
  int steps;
}
