package @package@;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/**
 * Settings of {@link @Class@}.
 *
 * @param target what a name is to mean
 */
public record @Class@Settings(
    @Setting(
            value = "The text that a name is to mean, where its request says no other.",
            defaultValue = "human")
        String target) {

  /** Checks the target. */
  public @Class@Settings {
    Check.text("target", target);
  }
}
