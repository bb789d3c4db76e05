package dev.lethe.clip.tokenizer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code tokenizer_config.json} of a folder, or nothing. */
public final class TokenizerDeclaration {
  private static final String CLASS = "tokenizer_class";
  private static final Set<String> CLIP = Set.of("CLIPTokenizer", "CLIPTokenizerFast");
  private static final String LENGTH = "model_max_length";

  /** They change how ids become texts, where files were, or what is handed to other classes. */
  private static final String[] WITHOUT_EFFECT = {
    "_commit_hash",
    "add_bos_token",
    "add_eos_token",
    "auto_map",
    "backend",
    "chat_template",
    "clean_up_tokenization_spaces",
    "do_lower_case",
    "errors",
    "files_loaded",
    "fix_mistral_regex",
    "is_local",
    "legacy",
    "local_files_only",
    "max_length",
    "max_len",
    "merges_file",
    "model_input_names",
    "name_or_path",
    "pad_to_multiple_of",
    "pad_token_type_id",
    "processor_class",
    "return_token_type_ids",
    "special_tokens_map_file",
    "stride",
    "tokenizer_file",
    "trim_offsets",
    "truncation_strategy",
    "use_fast",
    "verbose",
    "vocab_file"
  };

  private final TokenizerComponent component;
  private final boolean clip;

  private TokenizerDeclaration(TokenizerComponent component, boolean clip) {
    this.component = component;
    this.clip = clip;
  }

  /**
   * Reads the settings; those of the tokens are read by {@link SpecialTokens}.
   *
   * @param file its name, for messages
   * @param root its content, or null
   * @param declared the class that a pipeline names, or null
   * @param whole whether there is a {@code tokenizer.json}; what has none is CLIP's
   */
  public static TokenizerDeclaration read(
      Path file, @Nullable ObjectNode root, @Nullable String declared, boolean whole) {
    TokenizerComponent component =
        new TokenizerComponent(
            file, "", root == null ? JsonNodeFactory.instance.objectNode() : root);
    if (component.has(CLASS)) {
      component.oneOf(
          CLASS,
          "CLIPTokenizer",
          "CLIPTokenizerFast",
          "PreTrainedTokenizerFast",
          "TokenizersBackend");
    }
    String own = component.textOrNull(CLASS);
    String named = declared == null ? own : declared;
    boolean clip = !whole || (named != null && CLIP.contains(named));
    for (String side : new String[] {"padding_side", "truncation_side"}) {
      if (component.has(side)) {
        component.oneOf(side, "right");
      }
    }
    for (String change : new String[] {"split_special_tokens", "add_prefix_space"}) {
      boolean without = clip && change.equals("add_prefix_space");
      if (!without && component.truth(change, false)) {
        throw component.unsupported(change, "false");
      }
    }
    component.understands("add_prefix_space");
    component.understands(WITHOUT_EFFECT);
    if (component.has("init_inputs") && !component.value("init_inputs").isEmpty()) {
      throw component.unsupported("init_inputs", "none");
    }
    if (component.has(LENGTH) && !component.value(LENGTH).isNumber()) {
      throw component.unsupported(LENGTH, "a number");
    }
    return new TokenizerDeclaration(component, clip);
  }

  TokenizerComponent component() {
    return component;
  }

  /** Returns whether the library makes CLIP's own tokenizer of the folder. */
  public boolean isClip() {
    return clip;
  }

  /** Returns how many tokens of a text the library keeps by itself. */
  public double longest() {
    return component.has(LENGTH) ? component.value(LENGTH).asDouble() : Double.POSITIVE_INFINITY;
  }

  /**
   * Returns the keys that are not known. The library writes down whatever it was called with, and
   * looks at nothing of that again unless it names a token.
   *
   * @throws LetheException if one names a token
   */
  public List<String> unknown() {
    List<String> unknown = component.rest();
    unknown.removeIf(
        key -> component.value(key).isContainerNode() && component.value(key).isEmpty());
    unknown.stream()
        .filter(key -> key.endsWith("_token") || key.endsWith("_tokens"))
        .findFirst()
        .ifPresent(component::refuse);
    return unknown;
  }
}
