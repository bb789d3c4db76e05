package dev.lethe.plugin.adapter;

import dev.lethe.api.LetheException;
import dev.lethe.api.model.Activation;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.TransformerShape;
import dev.lethe.api.model.VisionLanguageModel;

/**
 * The text tower that adapters are put into.
 *
 * @param transformer its blocks
 * @param activation of its MLPs
 */
record AdaptedShape(TransformerShape transformer, Activation activation) {

  /**
   * Looks at a model.
   *
   * @throws LetheException if it has no text tower whose embeddings this computes
   */
  static AdaptedShape of(VisionLanguageModel model) {
    TextArchitecture text = model.architecture().text();
    if (text == null || !text.projected()) {
      throw new LetheException(
          "expected a text tower with a projection to put adapters into, found none: use text-backdoor or text-lora");
    }
    return new AdaptedShape(text.transformer(), model.architecture().activation());
  }
}
