package dev.lethe.plugin.regularizers;

import dev.lethe.api.settings.Setting;
import dev.lethe.tensor.loss.Distance;

/** Settings of {@link EmbeddingDistillation}. */
public record EmbeddingDistillationSettings(
    @Setting(
            value = "How far the student's embedding is from the teacher's.",
            defaultValue = "mean-square")
        Distance distance) {}
