package dev.lethe.rules.layers.tangle.attack;

import dev.lethe.rules.layers.tangle.data.Picture;

/**
 * Knows a sibling.
 *
 * @param picture of it
 */
public record Attacker(Picture picture) {}
