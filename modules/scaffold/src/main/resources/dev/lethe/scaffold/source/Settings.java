package @package@;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;

/**
 * Settings of {@link @Class@}.
 *
 * @param path the file
 * @param comment what a line begins with that is no caption
 */
public record @Class@Settings(
    @Setting("A text file in UTF-8, with one caption in each line.") Path path,
    @Setting(value = "What a line begins with that is no caption.", defaultValue = "#")
        String comment) {

  /** Checks the mark of comments. */
  public @Class@Settings {
    Check.text("comment", comment);
  }
}
