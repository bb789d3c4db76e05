package dev.lethe.api.plugin;

import org.jspecify.annotations.Nullable;

/**
 * How an extension is created.
 *
 * @param implementation a class with an injectable constructor
 * @param settings the record it is configured by, or null
 */
public record ExtensionBinding(
    Class<?> implementation, @Nullable Class<? extends Record> settings) {}
