package dev.lethe.clip.model;

import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.Tokenizer;
import dev.lethe.clip.text.EndOfText;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All of a model but its weights.
 *
 * @param architecture its towers
 * @param preprocessing how pictures are prepared, or null without an image tower
 * @param tokenizer opens the tokenizer anew
 * @param end where a text ends
 * @param paddingId the token that fills a text up to the full context
 * @param provenance where the weights came from
 * @param writer writes the format that the model came from
 */
public record Blueprint(
    Architecture architecture,
    @Nullable Preprocessing preprocessing,
    Supplier<Tokenizer> tokenizer,
    EndOfText end,
    int paddingId,
    ModelProvenance provenance,
    CheckpointWriter writer) {}
