package dev.lethe.api.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a model came from.
 *
 * @param format the name of the loader or factory that made it
 * @param path the checkpoint it was read from, or null for a new model
 * @param sha256 the hash of the file that holds its weights, in hexadecimal, or null for a new
 *     model
 */
public record ModelProvenance(String format, @Nullable String path, @Nullable String sha256) {}
