package dev.lethe.api.defense;

import dev.lethe.api.model.VisionLanguageModel;

/**
 * What a strategy gives back.
 *
 * @param model the defended model; the caller closes it
 * @param history how training went
 */
public record Defended(VisionLanguageModel model, TrainingHistory history) {}
