package dev.lethe.forgetting.config;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code forget} block. */
public record ForgetSettings(
    @Setting(
            "How many people are drawn, by the seed, among the members whom the first attack recognizes.")
        @Nullable Integer count,
    @Setting(value = "The names to be forgotten. Replaces `count`.", defaultValue = "")
        List<String> names,
    @Setting(
            "A CSV file with the columns `name`, `aliases` (separated by `;`), `target` and `images`, of which only `name` is needed. Replaces `count`.")
        @Nullable Path file,
    @Setting(
            value =
                "What becomes of a name of whom there are no pictures, while people are attacked: it is taken for misspelt and refused, or allowed.",
            defaultValue = "refuse")
        Unknown unknown) {

  /** What becomes of a name that nobody has. */
  public enum Unknown {
    /** It must be a misspelt one. */
    REFUSE,
    /** It is forgotten, and nothing shows whether it was. */
    ALLOW
  }

  /** Checks that it says who. */
  public ForgetSettings {
    if (count != null) {
      Check.between("count", count, 1, 1_000_000);
    }
    names.forEach(name -> Check.text("names", name));
    if (!names.isEmpty() && file != null) {
      throw new IllegalArgumentException("file cannot be given together with names");
    }
    if (count == null && names.isEmpty() && file == null) {
      throw new IllegalArgumentException("count is missing: give a count, names or a file");
    }
  }
}
