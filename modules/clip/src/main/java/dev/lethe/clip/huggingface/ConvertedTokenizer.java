package dev.lethe.clip.huggingface;

import dev.lethe.api.UsageException;
import dev.lethe.clip.text.Cleaning;
import dev.lethe.clip.text.ClipVocabulary;
import dev.lethe.clip.text.EndOfText;
import dev.lethe.clip.text.TextInput;
import dev.lethe.clip.text.TokenizerConfig;
import dev.lethe.clip.text.TokenizerFile;
import dev.lethe.clip.text.TokenizerFiles;
import dev.lethe.clip.text.TokenizerKind;
import java.util.TreeMap;

/** The tokenizer of a model as the transformers library needs it. */
final class ConvertedTokenizer {
  private ConvertedTokenizer() {}

  /**
   * Returns the same vocabulary for a library that neither cleans texts nor makes their letters
   * small, unless the tokenizer does.
   */
  static TextInput of(TextInput texts, int contextLength) {
    TokenizerFiles files = texts.files();
    if (texts.cleaning() == Cleaning.LOWER) {
      TokenizerFile own = files.tokenizer();
      TokenizerFile made = vocabulary(own).tokenizer(TokenizerKind.HUGGING_FACE);
      files = TokenizerFiles.of(made, new TreeMap<>());
    }
    TokenizerFiles described = files.described(contextLength);
    int end = TokenizerConfig.around(described.tokenizer(), contextLength)[1];
    EndOfText endOfText = texts.end().token() == null ? new EndOfText(end) : texts.end();
    return new TextInput(described, Cleaning.NONE, endOfText, described.paddingId(end));
  }

  private static ClipVocabulary vocabulary(TokenizerFile tokenizer) {
    return ClipVocabulary.in(tokenizer)
        .orElseThrow(
            () ->
                new UsageException(
                    "%s has another vocabulary than CLIP's, which transformers would read otherwise: write an OpenCLIP folder instead"
                        .formatted(tokenizer.path())));
  }
}
