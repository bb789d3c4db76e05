package @package@;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/**
 * Settings of {@link @Class@}.
 *
 * @param prompt the text that names somebody
 * @param threshold the score above which somebody counts as found
 */
public record @Class@Settings(
    @Setting(
            value = "The text that names somebody; {0} stands for the name.",
            defaultValue = "a photo of {0}")
        String prompt,
    @Setting(value = "The score above which somebody counts as found.", defaultValue = "0.1")
        double threshold) {

  /** Checks both. */
  public @Class@Settings {
    if (!prompt.contains("{0}")) {
      throw new IllegalArgumentException("prompt must contain {0} (got '" + prompt + "')");
    }
    Check.between("threshold", threshold, -2, 2);
  }
}
