package dev.lethe.attack.idia;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.util.List;

/** Settings of {@link IdentityInferenceAttack}. */
public record IdiaSettings(
    @Setting(
            value = "How many prompts must give the right name for a person to be called a member.",
            defaultValue = "1")
        int threshold,
    @Setting(
            value = "The texts a name is put into; {0} or {} stands for the name.",
            defaultValue = Prompts.DEFAULT)
        List<String> prompts) {

  /** Checks that every prompt has a place for the name and that the threshold can be reached. */
  public IdiaSettings {
    prompts = prompts.stream().map(Prompts::written).toList();
    if (prompts.isEmpty()) {
      throw new IllegalArgumentException("prompts must not be empty");
    }
    for (String prompt : prompts) {
      if (!prompt.contains(Prompts.NAME)) {
        throw new IllegalArgumentException(
            "prompts must each contain %s (got '%s')".formatted(Prompts.NAME, prompt));
      }
    }
    Check.between("threshold", threshold, 1, prompts.size());
  }
}
