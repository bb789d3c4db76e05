package dev.lethe.data.folder;

import dev.lethe.io.IntactText;
import dev.lethe.io.Visible;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a person or a class as a caption would write it, out of how a data set writes it. */
public final class Title {
  private static final Pattern SPACES = Pattern.compile("(?U)[\\s_]+");
  private static final Pattern SOMETHING = Pattern.compile("[\\p{L}\\p{N}\\p{S}]");

  private Title() {}

  /** Says why nobody could be called so, as the rest of a sentence about a name; else empty. */
  public static Optional<String> problem(String name) {
    if (!IntactText.isIntact(name)) {
      return Optional.of("is not in UTF-8");
    }
    if (name.codePoints().anyMatch(Visible::isObeyed)) {
      return Optional.of("holds a line break or another control character");
    }
    return SOMETHING.matcher(name).find() ? Optional.empty() : Optional.of("holds no letter");
  }

  /** Returns a name in which {@code _} is a space, and spaces are one. */
  public static String of(String name) {
    String title = SPACES.matcher(name).replaceAll(" ").strip();
    return Normalizer.normalize(
        title, Normalizer.Form.NFC); // macOS takes letters and accents apart
  }
}
