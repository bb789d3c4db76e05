package dev.lethe.suite.published;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.util.List;

/** The keys of a file of published numbers, beside its name. */
public record PublishedSettings(
    @Setting("Where the numbers are from, in a sentence.") String source,
    @Setting("The numbers.") List<PublishedNumber> numbers) {

  /** Checks that there are some. */
  public PublishedSettings {
    Check.text("source", source);
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("numbers must not be empty");
    }
  }
}
