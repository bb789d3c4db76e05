package dev.lethe.clip.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A tokenizer and what the transformers library may need beside it, kept byte by byte. */
public final class TokenizerFiles {
  /** The whole tokenizer in one file. */
  public static final String TOKENIZER = "tokenizer.json";

  /** What the transformers library needs to know about it. */
  public static final String CONFIG = "tokenizer_config.json";

  private static final String SPECIAL_TOKENS = "special_tokens_map.json";
  private static final String VOCABULARY = "vocab.json";
  private static final String MERGES = "merges.txt";
  private static final String OPENAI_MERGES = "bpe_simple_vocab_16e6.txt.gz";

  /** What a folder may bring, for messages. */
  public static final String ACCEPTED =
      "%s, %s and %s, or %s".formatted(TOKENIZER, VOCABULARY, MERGES, OPENAI_MERGES);

  private static final List<String> COMPANIONS =
      List.of(CONFIG, SPECIAL_TOKENS, VOCABULARY, MERGES, "added_tokens.json", OPENAI_MERGES);

  private final Path folder;
  private final TokenizerFile tokenizer;
  private final SortedMap<String, byte[]> contents;

  private TokenizerFiles(Path folder, TokenizerFile tokenizer, SortedMap<String, byte[]> contents) {
    this.folder = folder;
    this.tokenizer = tokenizer;
    this.contents = Collections.unmodifiableSortedMap(contents);
  }

  /**
   * Finds the tokenizer of a folder; without a {@code tokenizer.json} it is made of CLIP's
   * vocabulary.
   *
   * @param location the folder, or the tokenizer's file itself
   * @param kind of a tokenizer that must be made
   * @throws NotFoundException if there is none
   */
  public static TokenizerFiles find(Path location, TokenizerKind kind) {
    if (!Files.isRegularFile(location)) {
      return read(location, inFolder(location, kind));
    }
    Path folder = location.toAbsolutePath().getParent();
    TokenizerFile tokenizer =
        location.toString().endsWith(".gz")
            ? ClipVocabulary.ofMerges(location).tokenizer(kind)
            : TokenizerFile.read(location);
    return of(folder, tokenizer, new TreeMap<>());
  }

  /** Takes a tokenizer that was made or read elsewhere, with what belongs beside it. */
  public static TokenizerFiles of(
      Path folder, TokenizerFile tokenizer, SortedMap<String, byte[]> companions) {
    SortedMap<String, byte[]> contents = new TreeMap<>(companions);
    contents.put(TOKENIZER, tokenizer.json());
    return new TokenizerFiles(folder, tokenizer, contents);
  }

  /** Returns the files that {@link #find} may read. */
  public static List<Path> at(Path location) {
    return Files.isRegularFile(location)
        ? List.of(location)
        : Stream.concat(Stream.of(TOKENIZER), COMPANIONS.stream())
            .map(location::resolve)
            .filter(Files::isRegularFile)
            .toList();
  }

  /** Returns whether a folder has a tokenizer. */
  public static boolean isIn(Path folder) {
    return Stream.of(TOKENIZER, VOCABULARY, OPENAI_MERGES)
        .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }

  private static TokenizerFile inFolder(Path folder, TokenizerKind kind) {
    Path whole = folder.resolve(TOKENIZER);
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
        "there is no %s in %s, nor %s and %s, nor %s; model.tokenizer may say where a tokenizer is"
            .formatted(TOKENIZER, folder, VOCABULARY, MERGES, OPENAI_MERGES));
  }

  private static TokenizerFiles read(Path folder, TokenizerFile tokenizer) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    for (String name : COMPANIONS) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        try {
          contents.put(name, Files.readAllBytes(file));
        } catch (IOException e) {
          throw LetheException.cannotRead(file, e);
        }
      }
    }
    return of(folder, tokenizer, contents);
  }

  /**
   * Returns the same with everything that a version of the transformers library may ask for: a
   * description, and the vocabulary and its merges in files of their own if it is CLIP's.
   */
  public TokenizerFiles described(int contextLength) {
    SortedMap<String, byte[]> all = new TreeMap<>(contents);
    all.remove(OPENAI_MERGES);
    all.computeIfAbsent(CONFIG, name -> TokenizerConfig.of(tokenizer, contextLength));
    ClipVocabulary.in(tokenizer)
        .ifPresent(
            vocabulary -> {
              all.computeIfAbsent(VOCABULARY, name -> vocabulary.ids());
              all.computeIfAbsent(MERGES, name -> vocabulary.mergeLines());
            });
    return new TokenizerFiles(folder, tokenizer, all);
  }

  /** Returns the tokenizer. */
  public TokenizerFile tokenizer() {
    return tokenizer;
  }

  /** Returns the content of every file by name, {@link #TOKENIZER} among them. */
  public SortedMap<String, byte[]> contents() {
    return contents;
  }

  /** Returns the token that the transformers library pads with. */
  public int paddingId(int unnamed) {
    for (String name : List.of(CONFIG, SPECIAL_TOKENS)) {
      JsonNode token = json(name).path("pad_token");
      String text = token.isObject() ? token.path("content").asText() : token.asText("");
      if (!text.isEmpty()) {
        return tokenizer.id(text);
      }
    }
    return unnamed;
  }

  private JsonNode json(String name) {
    byte[] content = contents.get(name);
    if (content == null) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      return new JsonMapper().readTree(content);
    } catch (JsonProcessingException e) {
      throw new LetheException("%s is not valid JSON".formatted(folder.resolve(name)), e);
    } catch (IOException e) {
      throw LetheException.cannotRead(folder.resolve(name), e);
    }
  }
}
