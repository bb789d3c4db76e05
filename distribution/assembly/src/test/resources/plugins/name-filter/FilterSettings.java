package org.example.filter;

import dev.lethe.api.settings.Setting;

public record FilterSettings(
    @Setting(value = "What is read instead of a name.", defaultValue = "human") String target) {}
