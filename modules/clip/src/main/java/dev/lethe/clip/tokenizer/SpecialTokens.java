package dev.lethe.clip.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that the files beside a vocabulary declare, as the transformers library puts them
 * together: {@code tokenizer_config.json} alone where it lists {@code added_tokens_decoder}, else
 * {@code special_tokens_map.json} before it, and {@code added_tokens.json} and the list of {@code
 * tokenizer.json} too.
 */
public final class SpecialTokens {
  /** In the order in which the library adds them. */
  private static final List<String> NAMES =
      List.of(
          "bos_token",
          "eos_token",
          "unk_token",
          "sep_token",
          "pad_token",
          "cls_token",
          "mask_token");

  private static final List<String> EXTRA =
      List.of("extra_special_tokens", "additional_special_tokens");
  private static final String DECODER = "added_tokens_decoder";
  private static final String ID = "id";

  private final Map<String, @Nullable AddedToken> named = new LinkedHashMap<>();
  private final TreeMap<Integer, AddedToken> byId = new TreeMap<>();
  private final List<AddedToken> extra = new ArrayList<>();
  private final Path folder;

  private SpecialTokens(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads what the files say; each of them may be null.
   *
   * @param folder of the files, for messages
   * @param settings {@code tokenizer_config.json}
   * @param map {@code special_tokens_map.json}
   * @param added {@code added_tokens.json}
   * @param whole {@code tokenizer.json}
   * @throws LetheException naming what is not supported
   */
  public static SpecialTokens read(
      Path folder,
      TokenizerDeclaration settings,
      @Nullable ObjectNode map,
      @Nullable ObjectNode added,
      @Nullable ObjectNode whole) {
    SpecialTokens tokens = new SpecialTokens(folder);
    TokenizerComponent config = settings.component();
    tokens.name(config, false);
    if (config.has(DECODER)) {
      tokens.decoder(config);
    } else {
      if (map != null) {
        TokenizerComponent component =
            new TokenizerComponent(folder.resolve("special_tokens_map.json"), "", map);
        tokens.name(component, true);
        component.refuseTheRest();
      }
      tokens.legacy(folder.resolve("added_tokens.json"), added);
      if (whole != null) {
        tokens.list(new TokenizerComponent(folder.resolve("tokenizer.json"), "", whole));
      }
    }
    return tokens;
  }

  private void name(TokenizerComponent file, boolean special) {
    for (String name : NAMES) {
      if (!file.value(name).isMissingNode()) {
        named.put(name, file.has(name) ? token(file, name, special) : null);
      }
    }
    for (String key : EXTRA) {
      if (file.value(key).isArray()) {
        file.list(key).forEach(token -> extra.add(extra(file, key, token)));
      } else if (file.has(key) && !file.value(key).isEmpty()) {
        throw file.unsupported(key, "a list of tokens");
      }
    }
  }

  private static AddedToken token(TokenizerComponent file, String name, boolean special) {
    if (!file.value(name).isObject()) {
      return AddedToken.special(file.text(name));
    }
    TokenizerComponent token = file.component(name);
    token.value("__type");
    AddedToken read = AddedToken.read(token, special).asSpecial();
    token.refuseTheRest();
    return read;
  }

  private static AddedToken extra(TokenizerComponent file, String key, JsonNode token) {
    if (token.isTextual() && !token.textValue().isEmpty()) {
      return AddedToken.special(token.textValue());
    }
    if (token.isObject() && token.path("content").isTextual()) {
      return AddedToken.special(token.path("content").textValue());
    }
    throw file.unsupportedElement(key, token, "texts of tokens");
  }

  private void decoder(TokenizerComponent config) {
    TokenizerComponent decoder = config.component(DECODER);
    config
        .value(DECODER)
        .fieldNames()
        .forEachRemaining(
            id -> {
              TokenizerComponent token = decoder.component(id);
              byId.put(decoder.asId(id), AddedToken.read(token, false));
              token.refuseTheRest();
            });
  }

  private void legacy(Path file, @Nullable ObjectNode added) {
    if (added == null) {
      return;
    }
    TokenizerComponent tokens = new TokenizerComponent(file, "", added);
    Set<String> special = new HashSet<>(namedTexts());
    extra.forEach(token -> special.add(token.content()));
    added
        .fieldNames()
        .forEachRemaining(
            text -> {
              boolean isSpecial = special.contains(text);
              byId.put(
                  tokens.number(text, 0, Integer.MAX_VALUE),
                  new AddedToken(text, false, false, false, !isSpecial, isSpecial));
            });
  }

  private void list(TokenizerComponent root) {
    if (root.has("added_tokens")) {
      for (TokenizerComponent token : root.components("added_tokens")) {
        byId.put(token.number(ID, 0, Integer.MAX_VALUE), AddedToken.read(token, false));
      }
    }
  }

  private Set<String> namedTexts() {
    return named.values().stream()
        .filter(Objects::nonNull)
        .map(AddedToken::content)
        .collect(Collectors.toSet());
  }

  /** Names a token of which nothing is said. */
  public void assume(String name, String text) {
    if (!named.containsKey(name)) {
      named.put(name, AddedToken.special(text));
    }
  }

  /** Returns the text of a token with a name; null where there is none. */
  public @Nullable String text(String name) {
    AddedToken token = named.get(name);
    return token == null ? null : token.content();
  }

  /**
   * Adds all of them. Among those that have a name and no place in a list, the last of the same
   * text counts.
   *
   * @throws LetheException if one is given another id than the files say
   */
  public void addTo(AddedTokens tokens) {
    Set<String> special = namedTexts();
    byId.values().forEach(t -> tokens.add(special.contains(t.content()) ? t.asSpecial() : t));
    List<AddedToken> unlisted = new ArrayList<>();
    NAMES.forEach(
        name -> {
          AddedToken token = named.get(name);
          if (token != null) {
            unlisted.add(token);
          }
        });
    unlisted.addAll(extra);
    unlisted.removeIf(token -> tokens.has(token.content()));
    unlisted.stream().distinct().forEach(tokens::add);
    byId.forEach((id, token) -> requireId(tokens.ids(), token.content(), id));
  }

  private void requireId(Map<String, Integer> given, String content, int id) {
    if (given.get(content) != id) {
      throw new LetheException(
          "%s: the added token %s has the id %d, expected %d, the one that it is given"
              .formatted(folder, content, id, given.get(content)));
    }
  }
}
