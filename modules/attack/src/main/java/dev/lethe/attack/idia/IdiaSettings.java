package dev.lethe.attack.idia;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of {@link IdentityInferenceAttack}. */
public record IdiaSettings(
    @Setting(
            value = "How many prompts must give the right name for a person to be called a member.",
            defaultValue = "1")
        int threshold,
    @Setting(
            value = "The texts a name is put into; {0} or {} stands for the name.",
            defaultValue = Prompts.DEFAULT)
        List<String> prompts,
    @Setting(
            value =
                "How often the attack is made again, each time with other pictures and candidates out of"
                    + " those there are, to tell how far its rates depend on them. 1 for the attack with all of"
                    + " them alone.",
            defaultValue = "1")
        int draws,
    @Setting("How many pictures of each person a draw takes; half of them, if nothing is said.")
        @Nullable Integer drawImages,
    @Setting(
            "How many candidate names a draw takes, the names of the people under test among them; those and"
                + " half of the others, if nothing is said.")
        @Nullable Integer drawCandidates) {
  private static final int MOST_DRAWS = 1000;

  /** Checks that every prompt has a place for the name, and that the numbers can be reached. */
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
    Check.between("draws", draws, 1, MOST_DRAWS);
    requireDraws("draw-images", drawImages, draws);
    requireDraws("draw-candidates", drawCandidates, draws);
  }

  private static void requireDraws(String key, @Nullable Integer value, int draws) {
    if (value == null) {
      return;
    }
    Check.between(key, value, 1, Integer.MAX_VALUE);
    if (draws == 1) {
      throw new IllegalArgumentException(
          "%s needs more than one draw: the one draw is of everything (got draws 1)"
              .formatted(key));
    }
  }
}
