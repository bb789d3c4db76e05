package dev.lethe.api.plugin;

import org.jspecify.annotations.Nullable;

/**
 * What the installation of a plugin has changed.
 *
 * @param before what it replaced, or null if it is new; equal to {@code after} if nothing changed
 * @param after what is in use now
 */
public record PluginChange(@Nullable InstalledPlugin before, InstalledPlugin after) {}
