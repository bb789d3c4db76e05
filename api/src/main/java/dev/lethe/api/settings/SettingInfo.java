package dev.lethe.api.settings;

import org.jspecify.annotations.Nullable;

/**
 * What a settings record says about one of its components.
 *
 * @param key as a configuration writes it
 * @param type for a person to read: {@code whole number}, {@code cosine | mse}
 * @param defaultValue as a configuration would write it, or null where there is none
 * @param required whether a configuration must give it
 * @param offWithout whether whoever has it is switched off, not incomplete, without it
 * @param meaning one sentence
 */
public record SettingInfo(
    String key,
    String type,
    @Nullable String defaultValue,
    boolean required,
    boolean offWithout,
    String meaning) {}
