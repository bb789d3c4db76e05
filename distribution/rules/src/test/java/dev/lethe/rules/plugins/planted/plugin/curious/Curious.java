package dev.lethe.rules.plugins.planted.plugin.curious;

import dev.lethe.rules.plugins.planted.api.Open;
import dev.lethe.rules.plugins.planted.engine.Inside;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that looks into the engine.
 *
 * @param name of it
 * @param inside what it should not see
 */
public record Curious(String name, @Nullable Inside inside) implements Open {}
