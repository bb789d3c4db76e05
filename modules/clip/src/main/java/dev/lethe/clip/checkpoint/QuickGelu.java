package dev.lethe.clip.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lethe.api.model.Activation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Notices weights that were trained with QuickGELU and are read as if they were not, which costs
 * them points of accuracy silently. Such weights are known by the beginning of their hash, which
 * their publishers put into the names of their files.
 */
final class QuickGelu {
  private static final String KNOWN = "quick-gelu.json";
  private static final int PREFIX = 8;

  private QuickGelu() {}

  /** Returns a warning, if there is a reason for one. */
  static Optional<String> suspicion(Path weights, String sha256, Activation activation) {
    if (activation == Activation.QUICK_GELU) {
      return Optional.empty();
    }
    JsonNode known = known().path(sha256.substring(0, PREFIX));
    if (known.isTextual()) {
      return Optional.of(warning("the weights are " + known.asText() + ", which were"));
    }
    String name = weights.toString().toLowerCase(Locale.ROOT);
    return name.contains("quickgelu") || name.contains("quick-gelu")
        ? Optional.of(warning("by their name the weights were"))
        : Optional.empty();
  }

  private static String warning(String reason) {
    return reason + " trained with QuickGELU but are read with GELU; set model.quickgelu=true";
  }

  private static JsonNode known() {
    try (InputStream file = QuickGelu.class.getResourceAsStream(KNOWN)) {
      return new JsonMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
