package dev.lethe.forgetting.people;

import dev.lethe.api.model.Tokenizer;
import java.nio.IntBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells names apart as a model does: names of equal token ids are one text to it. Where no model
 * reads them, names are the same that say the same.
 */
public final class NameReader implements AutoCloseable {
  private static final int CHUNK = 8192;

  private final @Nullable Tokenizer tokenizer;

  private NameReader(@Nullable Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Reads with a tokenizer, which is closed with this. */
  public static NameReader of(Optional<Tokenizer> tokenizer) {
    return new NameReader(tokenizer.orElse(null));
  }

  /** Returns what is equal for names that are one text to the model. */
  Object key(String name) {
    return tokenizer == null ? plain(name) : IntBuffer.wrap(tokenizer.encode(name));
  }

  /** Returns the keys of many names, in their order. */
  List<Object> keys(List<String> names) {
    List<Object> keys = new ArrayList<>(names.size());
    for (int from = 0; from < names.size(); from += CHUNK) {
      List<String> some = names.subList(from, Math.min(names.size(), from + CHUNK));
      if (tokenizer == null) {
        some.forEach(name -> keys.add(plain(name)));
      } else {
        tokenizer.encode(some).forEach(ids -> keys.add(IntBuffer.wrap(ids)));
      }
    }
    return keys;
  }

  /** Returns what a name, or another text, says, however it is written. */
  public String plain(String name) {
    return tokenizer == null
        ? Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+", " ")
            .strip()
        : tokenizer.plain(name);
  }

  /** Returns whether two names say the same. */
  boolean saySame(String one, String other) {
    return one.equals(other) || plain(one).equals(plain(other));
  }

  /** Returns why the model takes a name for another one that says something else. */
  String reason(String name) {
    boolean cut = tokenizer != null && tokenizer.encode(name).length == tokenizer.contextLength();
    return cut
        ? "it reads no more than %d tokens".formatted(tokenizer.contextLength())
        : "it does not know all of their characters";
  }

  @Override
  public void close() {
    if (tokenizer != null) {
      tokenizer.close();
    }
  }
}
