package dev.lethe.rules.layers.tangle.testkit;

/** For tests. */
public record Fixture() {}
