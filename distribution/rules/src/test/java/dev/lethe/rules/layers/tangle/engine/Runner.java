package dev.lethe.rules.layers.tangle.engine;

import dev.lethe.rules.layers.tangle.testkit.Fixture;

/**
 * Uses what is for tests.
 *
 * @param fixture of them
 */
public record Runner(Fixture fixture) {}
