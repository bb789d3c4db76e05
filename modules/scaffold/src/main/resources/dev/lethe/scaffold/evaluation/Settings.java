package @package@;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/**
 * Settings of {@link @Class@}.
 *
 * @param limit how many captions are compared
 */
public record @Class@Settings(
    @Setting(value = "How many captions are compared, the first ones.", defaultValue = "1000")
        int limit) {

  /** Checks the limit. */
  public @Class@Settings {
    Check.between("limit", limit, 1, 1_000_000);
  }
}
