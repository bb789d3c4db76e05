package dev.lethe.rules.layers.tangle.plugin.two;

import dev.lethe.rules.layers.tangle.plugin.one.First;

/**
 * A plugin that needs another one.
 *
 * @param first of it
 */
public record Second(First first) {}
