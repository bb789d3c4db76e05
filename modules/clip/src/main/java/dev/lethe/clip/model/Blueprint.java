package dev.lethe.clip.model;

import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.clip.text.TextInput;
import org.jspecify.annotations.Nullable;

/**
 * All of a model but its weights.
 *
 * @param architecture its towers, a text tower among them
 * @param preprocessing how pictures are prepared, or null without an image tower
 * @param texts how texts are prepared
 * @param provenance where the weights came from
 * @param form how the checkpoint stores what it holds
 * @param checkpoint writes the format that the model came from
 */
public record Blueprint(
    Architecture architecture,
    @Nullable Preprocessing preprocessing,
    TextInput texts,
    ModelProvenance provenance,
    StoredForm form,
    CheckpointWriter checkpoint) {}
