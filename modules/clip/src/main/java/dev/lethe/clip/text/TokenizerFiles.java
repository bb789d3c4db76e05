package dev.lethe.clip.text;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.clip.tokenizer.TokenizerJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tokenizer and what the transformers library may need beside it, kept byte by byte. */
public final class TokenizerFiles {
  /** The whole tokenizer in one file. */
  public static final String TOKENIZER = "tokenizer.json";

  /** What the transformers library needs to know about it. */
  public static final String CONFIG = "tokenizer_config.json";

  static final String SPECIAL_TOKENS = "special_tokens_map.json";
  static final String VOCABULARY = "vocab.json";
  static final String ADDED = "added_tokens.json";
  private static final String MERGES = "merges.txt";
  private static final String OPENAI_MERGES = "bpe_simple_vocab_16e6.txt.gz";

  /** What a folder may bring, for messages. */
  public static final String ACCEPTED =
      "%s, %s and %s, or %s".formatted(TOKENIZER, VOCABULARY, MERGES, OPENAI_MERGES);

  private static final List<String> COMPANIONS =
      List.of(CONFIG, SPECIAL_TOKENS, VOCABULARY, MERGES, ADDED, OPENAI_MERGES);

  private final TokenizerFile tokenizer;
  private final SortedMap<String, byte[]> contents;
  private final @Nullable String padding;
  private final double longest;
  private final List<String> warnings;

  private TokenizerFiles(
      TokenizerFile tokenizer,
      SortedMap<String, byte[]> contents,
      @Nullable String padding,
      double longest,
      List<String> warnings) {
    this.tokenizer = tokenizer;
    this.contents = Collections.unmodifiableSortedMap(contents);
    this.padding = padding;
    this.longest = longest;
    this.warnings = warnings;
  }

  /**
   * Finds the tokenizer of a folder; without a {@code tokenizer.json} it is made of CLIP's
   * vocabulary.
   *
   * @param location the folder, or the tokenizer's file itself
   * @param kind whose tokenizer it is: the transformers library's is put together of all files
   * @param declared the class of the library that a pipeline names, or null
   * @throws NotFoundException if there is none
   * @throws LetheException naming what of the files is not supported
   */
  public static TokenizerFiles find(Path location, TokenizerKind kind, @Nullable String declared) {
    if (Files.isRegularFile(location)) {
      return of(
          location.toString().endsWith(".gz")
              ? ClipVocabulary.ofMerges(location).tokenizer(kind)
              : TokenizerFile.read(location),
          new TreeMap<>());
    }
    TokenizerFile own = inFolder(location, kind);
    SortedMap<String, byte[]> contents = companions(location);
    boolean isWhole = Files.isRegularFile(location.resolve(TOKENIZER));
    if (isWhole || !contents.containsKey(MERGES)) {
      contents.put(TOKENIZER, own.json());
    }
    if (kind == TokenizerKind.OPEN_CLIP) {
      return new TokenizerFiles(own, contents, null, Double.POSITIVE_INFINITY, List.of());
    }
    TransformersTokenizer whole =
        TransformersTokenizer.of(location, own, isWhole, contents, declared);
    return new TokenizerFiles(
        whole.file(), contents, whole.padding(), whole.longest(), whole.warnings());
  }

  /** Takes a tokenizer that was made or read elsewhere, with what belongs beside it. */
  public static TokenizerFiles of(TokenizerFile tokenizer, SortedMap<String, byte[]> companions) {
    SortedMap<String, byte[]> contents = new TreeMap<>(companions);
    contents.put(TOKENIZER, tokenizer.json());
    return new TokenizerFiles(tokenizer, contents, null, Double.POSITIVE_INFINITY, List.of());
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

  private static SortedMap<String, byte[]> companions(Path folder) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    for (String name : COMPANIONS) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        contents.put(name, TokenizerJson.bytes(file));
      }
    }
    return contents;
  }

  /**
   * Returns the same with everything that a version of the transformers library may ask for: a
   * description, and the vocabulary and its merges in files of their own if it is CLIP's.
   */
  public TokenizerFiles described(int contextLength) {
    SortedMap<String, byte[]> all = new TreeMap<>(contents);
    all.remove(OPENAI_MERGES);
    all.computeIfAbsent(TOKENIZER, name -> tokenizer.json());
    all.computeIfAbsent(CONFIG, name -> TokenizerConfig.of(tokenizer, contextLength));
    ClipVocabulary.in(tokenizer)
        .ifPresent(
            vocabulary -> {
              all.computeIfAbsent(VOCABULARY, name -> vocabulary.ids());
              all.computeIfAbsent(MERGES, name -> vocabulary.mergeLines());
            });
    return new TokenizerFiles(tokenizer, all, padding, longest, warnings);
  }

  /** Returns the tokenizer. */
  public TokenizerFile tokenizer() {
    return tokenizer;
  }

  /** Returns the content of every file by name. */
  public SortedMap<String, byte[]> contents() {
    return contents;
  }

  /**
   * Returns the token that the transformers library pads with.
   *
   * @param unnamed the token where no file names one
   */
  public int paddingId(int unnamed) {
    return padding == null ? unnamed : tokenizer.id(padding);
  }

  /** Returns what is suspicious about the files, a sentence each. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Says whether the transformers library cuts texts by itself that the model would read whole.
   *
   * @param contextLength how many tokens of a text the model reads
   */
  public Optional<String> cutting(int contextLength) {
    return longest < contextLength
        ? Optional.of(
            "the tokenizer keeps %.0f tokens of a text (model_max_length), but the model reads %d, and so many are kept here"
                .formatted(longest, contextLength))
        : Optional.empty();
  }
}
