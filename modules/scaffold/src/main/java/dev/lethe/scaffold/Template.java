package dev.lethe.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places between two at signs, {@code @name@}, that are filled in. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("@(\\w+)@");

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  /**
   * Reads one of this module's templates.
   *
   * @param path below this package
   */
  static Template read(String path) {
    try (InputStream in = Template.class.getResourceAsStream(path)) {
      return new Template(
          new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return text;
  }

  /** Returns the text with every place filled. */
  String fill(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(values.get(place.group(1)), place.group())));
  }
}
