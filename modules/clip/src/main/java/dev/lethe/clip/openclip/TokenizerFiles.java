package dev.lethe.clip.openclip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.clip.text.ClipVocabulary;
import dev.lethe.clip.text.TokenizerFile;
import dev.lethe.clip.text.TokenizerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tokenizer and what the transformers library may need beside it, kept byte by byte. */
final class TokenizerFiles {
  static final String CONFIG = "tokenizer_config.json";

  private static final String VOCABULARY = "vocab.json";
  private static final String MERGES = "merges.txt";
  private static final String OPENAI_MERGES = "bpe_simple_vocab_16e6.txt.gz";

  private static final List<String> COMPANIONS =
      List.of(CONFIG, "special_tokens_map.json", VOCABULARY, MERGES, OPENAI_MERGES);

  private final Path folder;
  private final TokenizerFile tokenizer;
  private final SortedMap<String, byte[]> contents = new TreeMap<>();

  private TokenizerFiles(Path folder, TokenizerFile tokenizer) {
    this.folder = folder;
    this.tokenizer = tokenizer;
    contents.put(OpenClipFolder.TOKENIZER, tokenizer.json());
  }

  /**
   * Finds the tokenizer of a folder; without a {@code tokenizer.json} it is made of CLIP's
   * vocabulary.
   */
  static TokenizerFile find(Path folder, TokenizerKind kind) {
    Path whole = folder.resolve(OpenClipFolder.TOKENIZER);
    Path vocabulary = folder.resolve(VOCABULARY);
    Path merges = folder.resolve(MERGES);
    Path openAi = folder.resolve(OPENAI_MERGES);
    if (Files.isRegularFile(whole)) {
      return TokenizerFile.read(whole);
    } else if (Files.isRegularFile(vocabulary) && Files.isRegularFile(merges)) {
      return ClipVocabulary.ofFiles(vocabulary, merges).tokenizer(kind);
    } else if (Files.isRegularFile(openAi)) {
      return ClipVocabulary.ofMerges(openAi).tokenizer(kind);
    }
    throw new NotFoundException(
        "there is no %s in %s, nor %s and %s, nor %s to make it of"
            .formatted(OpenClipFolder.TOKENIZER, folder, VOCABULARY, MERGES, OPENAI_MERGES));
  }

  static TokenizerFiles read(Path folder, TokenizerFile tokenizer) {
    TokenizerFiles files = new TokenizerFiles(folder, tokenizer);
    for (String name : COMPANIONS) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        try {
          files.contents.put(name, Files.readAllBytes(file));
        } catch (IOException e) {
          throw LetheException.cannotRead(file, e);
        }
      }
    }
    return files;
  }

  /** Returns the content of every file by name. */
  SortedMap<String, byte[]> contents() {
    return contents;
  }

  /** Returns the token that the transformers library pads with; 0 where none is named. */
  int paddingId() {
    byte[] config = contents.get(CONFIG);
    if (config == null) {
      return 0;
    }
    try {
      JsonNode token = new JsonMapper().readTree(config).path("pad_token");
      return tokenizer.id(token.isObject() ? token.path("content").asText() : token.asText());
    } catch (IOException e) {
      throw new LetheException("%s is not valid JSON".formatted(folder.resolve(CONFIG)), e);
    }
  }
}
