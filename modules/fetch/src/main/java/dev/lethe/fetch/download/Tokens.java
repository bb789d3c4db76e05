package dev.lethe.fetch.download;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets that open a host's files. A token goes to its own host only, and only where nobody can
 * read it on the way: a redirect to another host goes without.
 */
public final class Tokens {
  private static final String HUGGING_FACE = "huggingface.co";
  private static final String VARIABLE = "HF_TOKEN";

  private final Map<String, String> byHost;

  /** Creates the tokens of some hosts. */
  public Tokens(Map<String, String> byHost) {
    this.byHost = Map.copyOf(byHost);
  }

  /** Returns the tokens that environment variables hold. */
  public static Tokens of(Map<String, String> environment) {
    String token = environment.getOrDefault(VARIABLE, "").strip();
    return new Tokens(token.isEmpty() ? Map.of() : Map.of(HUGGING_FACE, token));
  }

  /** Returns the token for an address, if it may be sent there. */
  Optional<String> token(URI address) {
    if (!"https".equalsIgnoreCase(address.getScheme())) {
      return Optional.empty();
    }
    return Optional.ofNullable(byHost.get(address.getHost().toLowerCase(Locale.ROOT)));
  }

  /** Returns what a person can do about a refusal. */
  String advice(URI address) {
    if (!HUGGING_FACE.equals(address.getHost())) {
      return "it may need an account or have moved; download it by hand";
    }
    return byHost.containsKey(HUGGING_FACE)
        ? "accept its licence on its page with the account that " + VARIABLE + " belongs to"
        : "accept its licence on its page, and set " + VARIABLE + " to a token of your account";
  }
}
