package dev.lethe.scaffold;

import dev.lethe.api.UsageException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a plugin is called, in configurations and in Java.
 *
 * @param name in kebab case
 * @param group Maven's, with which the package begins
 */
public record PluginName(String name, String group) {
  private static final int LONGEST = 50;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

  /**
   * Words that Java keeps for itself (JLS 3.9); neither a package nor a module may be called so.
   */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends final finally float for goto if implements import"
                  + " instanceof int interface long native new package private protected public"
                  + " return short static strictfp super switch synchronized this throw throws"
                  + " transient try void volatile while true false null")
              .split(" "));

  /**
   * Checks the names.
   *
   * @throws UsageException if something of Lethe, Maven or Java cannot be called so
   */
  public PluginName {
    if (!NAME.matcher(name).matches() || name.length() > LONGEST) {
      throw new UsageException(
          "the name must be of lower-case letters and digits, words joined by hyphens, such as"
              + " my-penalty, and of %d characters at most (got '%s')".formatted(LONGEST, name));
    }
    if (!GROUP.matcher(group).matches()) {
      throw new UsageException(
          "the group must be of lower-case words joined by dots, such as org.example (got '%s')"
              .formatted(group));
    }
    for (String word : packageName(name, group).split("\\.")) {
      if (KEYWORDS.contains(word)) {
        throw new UsageException(
            "a package of Java cannot be called '%s'; choose another name or group"
                .formatted(word));
      }
    }
  }

  /** Returns the package of its classes, {@code org.example.mypenalty}. */
  public String packageName() {
    return packageName(name, group);
  }

  /** Returns the name of its class, {@code MyPenalty}. */
  public String className() {
    return Arrays.stream(name.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String packageName(String name, String group) {
    return group + "." + name.replace("-", "");
  }
}
