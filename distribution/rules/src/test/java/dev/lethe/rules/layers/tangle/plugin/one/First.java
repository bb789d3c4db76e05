package dev.lethe.rules.layers.tangle.plugin.one;

/** A plugin. */
public record First() {}
