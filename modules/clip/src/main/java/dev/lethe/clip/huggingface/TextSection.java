package dev.lethe.clip.huggingface;

import dev.lethe.api.model.Activation;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.clip.checkpoint.Section;
import dev.lethe.clip.text.EndOfText;

/**
 * What is said about the text tower.
 *
 * @param architecture its shape
 * @param activation of its MLPs
 * @param end where a text ends
 */
record TextSection(TextArchitecture architecture, Activation activation, EndOfText end) {
  /** An end token that was wrong, and that the library ignores since. */
  private static final int WRONG_END = 2;

  private static final int USUAL_END = 49407;

  /** Lethe's own key, which the library keeps and does not read. */
  static final String UNREAD = "lethe_unread_layers";

  static TextSection read(Section section, boolean projected) {
    int end = section.integer("eos_token_id", USUAL_END);
    return new TextSection(
        new TextArchitecture(
            section.integer("max_position_embeddings", 77),
            section.integer("vocab_size", 49408),
            Layers.read(section, new Layers.Usual(512, 12, 8, 2048)),
            projected,
            section.has(UNREAD) ? section.integer(UNREAD) : 0),
        HiddenAct.read(section),
        end == WRONG_END ? EndOfText.highest() : new EndOfText(end));
  }
}
