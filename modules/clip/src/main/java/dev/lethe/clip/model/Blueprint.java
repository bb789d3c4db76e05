package dev.lethe.clip.model;

import dev.lethe.api.model.Activation;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.api.model.VisionArchitecture;
import java.util.function.Supplier;

/**
 * All of a model but its weights.
 *
 * @param dimension the size of an embedding
 * @param activation of both towers
 * @param vision the image tower's shape
 * @param text the text tower's shape
 * @param preprocessing how pictures are prepared
 * @param tokenizer opens the tokenizer anew
 * @param paddingId the token that fills a text up to the full context
 * @param provenance where the weights came from
 * @param writer writes the format that the model came from
 */
public record Blueprint(
    int dimension,
    Activation activation,
    VisionArchitecture vision,
    TextArchitecture text,
    Preprocessing preprocessing,
    Supplier<Tokenizer> tokenizer,
    int paddingId,
    ModelProvenance provenance,
    CheckpointWriter writer) {}
