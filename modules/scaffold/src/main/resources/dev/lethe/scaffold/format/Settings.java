package @package@;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/**
 * Settings of {@link @Class@}.
 *
 * @param longest the most bytes that the file with the path may have
 */
public record @Class@Settings(
    @Setting(value = "The most bytes that the file with the path may have.", defaultValue = "4096")
        int longest) {

  /** Checks the length. */
  public @Class@Settings {
    Check.between("longest", longest, 1, 1 << 20);
  }
}
