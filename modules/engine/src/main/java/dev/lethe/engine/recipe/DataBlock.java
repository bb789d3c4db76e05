package dev.lethe.engine.recipe;

import dev.lethe.engine.config.Block;

/**
 * A block of a configuration that names something which reads data.
 *
 * @param contract what it is, such as {@code CaptionSource.class}
 * @param block its name, settings and place
 */
public record DataBlock(Class<?> contract, Block block) {}
