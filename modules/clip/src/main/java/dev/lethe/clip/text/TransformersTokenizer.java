package dev.lethe.clip.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.clip.tokenizer.AddedTokens;
import dev.lethe.clip.tokenizer.SpecialTokens;
import dev.lethe.clip.tokenizer.TokenizerDeclaration;
import dev.lethe.clip.tokenizer.TokenizerJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tokenizer as the transformers library makes it of all files of a folder.
 *
 * @param file the whole of it
 * @param padding the text of the token that fills up a text, or null if none is named
 * @param longest how many tokens of a text the library keeps by itself
 * @param warnings what is suspicious about the folder, a sentence each
 */
record TransformersTokenizer(
    TokenizerFile file, @Nullable String padding, double longest, List<String> warnings) {
  private static final String START = "<|startoftext|>";
  private static final String END = "<|endoftext|>";
  private static final int SHOWN = 5;
  private static final List<String> PIPELINE = List.of("normalizer", "pre_tokenizer", "decoder");

  /**
   * Puts a folder's files together.
   *
   * @param folder of the files, for messages
   * @param own what its {@code tokenizer.json} says, or what was made of its vocabulary
   * @param isWhole whether there is a {@code tokenizer.json}
   * @param beside the content of the other files by name
   * @param declared the class that a pipeline names, or null
   * @throws LetheException naming what of it is not supported
   */
  static TransformersTokenizer of(
      Path folder,
      TokenizerFile own,
      boolean isWhole,
      Map<String, byte[]> beside,
      @Nullable String declared) {
    Map<String, ObjectNode> parsed = new HashMap<>();
    for (String name :
        List.of(TokenizerFiles.CONFIG, TokenizerFiles.SPECIAL_TOKENS, TokenizerFiles.ADDED)) {
      byte[] content = beside.get(name);
      if (content != null) {
        parsed.put(name, TokenizerJson.parse(folder.resolve(name), content));
      }
    }
    TokenizerDeclaration settings =
        TokenizerDeclaration.read(
            folder.resolve(TokenizerFiles.CONFIG),
            parsed.get(TokenizerFiles.CONFIG),
            declared,
            isWhole);
    SpecialTokens tokens =
        SpecialTokens.read(
            folder,
            settings,
            parsed.get(TokenizerFiles.SPECIAL_TOKENS),
            parsed.get(TokenizerFiles.ADDED),
            isWhole ? own.root() : null);
    List<String> warnings = new ArrayList<>(unknown(settings.unknown()));
    ObjectNode root = own.root().deepCopy();
    if (settings.isClip()) {
      clip(own.path(), root, tokens);
    } else {
      JsonNode padding = root.path("padding").path("pad_token");
      if (padding.isTextual()) {
        tokens.assume("pad_token", padding.textValue());
      }
      add(own.path(), root, tokens);
    }
    if (isWhole && settings.isClip()) {
      warnings.addAll(differences(folder, own, beside));
    }
    return new TransformersTokenizer(
        TokenizerFile.of(own.path(), root), tokens.text("pad_token"), settings.longest(), warnings);
  }

  private static List<String> unknown(List<String> keys) {
    return keys.isEmpty()
        ? List.of()
        : List.of(
            "%s has keys that are not known and change nothing here: %s%s"
                .formatted(
                    TokenizerFiles.CONFIG,
                    keys.stream().limit(SHOWN).collect(Collectors.joining(", ")),
                    keys.size() > SHOWN ? " and %d more".formatted(keys.size() - SHOWN) : ""));
  }

  /** CLIP's own class takes nothing but the vocabulary and its merges from a file. */
  private static void clip(Path path, ObjectNode root, SpecialTokens tokens) {
    ObjectNode usual = template();
    if (!isClips(root, usual)) {
      throw new LetheException(
          ("%s: versions of the transformers library disagree about its CLIPTokenizer, which cuts"
                  + " texts otherwise than normalizer and pre_tokenizer say; tokenizer_class ="
                  + " PreTrainedTokenizerFast in %s keeps to the file")
              .formatted(path, TokenizerFiles.CONFIG));
    }
    tokens.assume("bos_token", START);
    for (String name : List.of("eos_token", "unk_token", "pad_token")) {
      tokens.assume(name, END);
    }
    PIPELINE.forEach(part -> root.set(part, usual.get(part)));
    ObjectNode model = usual.get("model").deepCopy();
    model.set("vocab", root.path("model").path("vocab"));
    model.set("merges", root.path("model").path("merges"));
    model.put("unk_token", Objects.requireNonNullElse(tokens.text("unk_token"), END));
    root.set("model", model);
    root.putArray("added_tokens");
    AddedTokens added = add(path, root, tokens);
    ObjectNode processor = root.putObject("post_processor").put("type", "RobertaProcessing");
    processor.put("trim_offsets", false).put("add_prefix_space", false);
    around(processor, "cls", tokens.text("bos_token"), START, added);
    around(processor, "sep", tokens.text("eos_token"), END, added);
  }

  private static void around(
      ObjectNode processor, String key, @Nullable String named, String usual, AddedTokens added) {
    String token = Objects.requireNonNullElse(named, usual);
    processor.putArray(key).add(token).add(added.ids().getOrDefault(token, -1));
  }

  private static AddedTokens add(Path path, ObjectNode root, SpecialTokens tokens) {
    Map<String, Integer> vocabulary = new HashMap<>();
    root.path("model")
        .path("vocab")
        .properties()
        .forEach(token -> vocabulary.put(token.getKey(), token.getValue().intValue()));
    AddedTokens added = new AddedTokens(vocabulary);
    added.read(path, root);
    tokens.addTo(added);
    root.set("added_tokens", added.json());
    return added;
  }

  private static boolean isClips(ObjectNode root, ObjectNode usual) {
    JsonNode steps = root.path("pre_tokenizer").path("pretokenizers");
    JsonNode split = steps.path(0);
    JsonNode usualSplit = usual.path("pre_tokenizer").path("pretokenizers").path(0);
    String pattern = split.path("pattern").path("Regex").asText();
    String usualPattern = usualSplit.path("pattern").path("Regex").asText();
    return root.path("normalizer").equals(usual.path("normalizer"))
        && root.path("model").path("end_of_word_suffix").asText().equals("</w>")
        && steps.size() == 2
        && split.path("behavior").equals(usualSplit.path("behavior"))
        && split.path("invert").asBoolean()
        && !pattern.isEmpty()
        && usualPattern.endsWith(pattern)
        && steps.path(1).path("type").asText().equals("ByteLevel")
        && !steps.path(1).path("add_prefix_space").asBoolean(true);
  }

  /** Older versions of the library read the vocabulary of its own file. */
  private static List<String> differences(
      Path folder, TokenizerFile own, Map<String, byte[]> beside) {
    List<String> warnings = new ArrayList<>();
    byte[] vocabulary = beside.get(TokenizerFiles.VOCABULARY);
    if (vocabulary != null
        && !TokenizerJson.parse(folder.resolve(TokenizerFiles.VOCABULARY), vocabulary)
            .equals(own.root().path("model").path("vocab"))) {
      warnings.add(
          "%s has other tokens than %s, which is read"
              .formatted(TokenizerFiles.VOCABULARY, TokenizerFiles.TOKENIZER));
    }
    return warnings;
  }

  private static ObjectNode template() {
    try (InputStream template =
        ClipVocabulary.class.getResourceAsStream(TokenizerKind.HUGGING_FACE.template())) {
      return TokenizerJson.parse(
          Path.of(TokenizerKind.HUGGING_FACE.template()),
          Objects.requireNonNull(template).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
