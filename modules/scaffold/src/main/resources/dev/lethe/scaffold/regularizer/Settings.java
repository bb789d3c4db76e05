package @package@;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/**
 * Settings of {@link @Class@}.
 *
 * @param scale what the distance is multiplied by
 */
public record @Class@Settings(
    @Setting(value = "What the squared distance is multiplied by.", defaultValue = "1")
        double scale) {

  /** Checks the scale. */
  public @Class@Settings {
    Check.between("scale", scale, 0, 1e6);
  }
}
