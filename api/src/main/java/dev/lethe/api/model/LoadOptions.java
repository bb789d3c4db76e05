package dev.lethe.api.model;

import dev.lethe.api.UsageException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a user may say about a checkpoint, against its own configuration or because it has none.
 *
 * @param activation overrides the activation, or null to believe the checkpoint
 * @param architecture the name of an architecture, such as {@code ViT-B-32}, for a checkpoint that
 *     is nothing but weights; null to believe the checkpoint
 * @param tokenizer a tokenizer's file or the folder that holds one, for a checkpoint that brings
 *     none; null to look beside the checkpoint
 * @param textEncoder which text encoder of a pipeline that has several is read, by the name of its
 *     folder; null for the first that can be
 */
public record LoadOptions(
    @Nullable Activation activation,
    @Nullable String architecture,
    @Nullable Path tokenizer,
    @Nullable String textEncoder) {

  /** Believes the checkpoint. */
  public static LoadOptions none() {
    return new LoadOptions(null, null, null, null);
  }

  /** Returns where the tokenizer is: where the user says, or else in its usual place. */
  public Path tokenizerOr(Path usual) {
    return tokenizer == null ? usual : tokenizer;
  }

  /**
   * Refuses the choice of a text encoder for a checkpoint that has none to choose.
   *
   * @throws UsageException if one was chosen
   */
  public void requireNoTextEncoder(Path checkpoint) {
    if (textEncoder != null) {
      throw new UsageException(
          "%s has no text encoders to choose from: leave out text-encoder (got %s)"
              .formatted(checkpoint, textEncoder));
    }
  }

  /** Returns the same but for the activation. */
  public LoadOptions withActivation(@Nullable Activation other) {
    return new LoadOptions(other, architecture, tokenizer, textEncoder);
  }
}
