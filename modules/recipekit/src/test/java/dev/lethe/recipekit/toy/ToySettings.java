package dev.lethe.recipekit.toy;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.nio.file.Path;

/** The keys of the toy recipe. */
public record ToySettings(
    @Setting("Who said what: lines of a name, `member` or `stranger`, and a text, with tabs.")
        Path records,
    @Setting(value = "How many characters the model looks back.", defaultValue = "2") int order,
    @Setting(
            value = "From which mean log-likelihood of a character on a text counts as learned.",
            defaultValue = "-2")
        double threshold) {
  /** Checks the number. */
  public ToySettings {
    Check.between("order", order, 1, 8);
  }
}
