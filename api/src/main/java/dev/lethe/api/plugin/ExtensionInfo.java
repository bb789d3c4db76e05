package dev.lethe.api.plugin;

import org.jspecify.annotations.Nullable;

/**
 * An extension that is installed.
 *
 * @param key its contract and name
 * @param summary what it does, in one sentence
 * @param settings the record it is configured by, or null
 * @param bundle the symbolic name of the bundle it comes from
 * @param version the version of that bundle
 * @param sha256 the hash of the bundle's jar, in hexadecimal
 */
public record ExtensionInfo(
    ExtensionKey key,
    String summary,
    @Nullable Class<? extends Record> settings,
    String bundle,
    String version,
    String sha256) {}
