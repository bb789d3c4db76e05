package dev.lethe.attack.idia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdiaSettingsTest {
  private final SettingsType<IdiaSettings> type = new SettingsType<>(IdiaSettings.class);

  @Test
  void theDefaultIsTheTwentyOnePromptsOfThePaper() {
    IdiaSettings settings = type.defaults();
    assertThat(settings.threshold()).isEqualTo(1);
    assertThat(settings.prompts())
        .hasSize(21)
        .doesNotHaveDuplicates()
        .startsWith("{0}", "an image of {0}")
        .contains("a photo of a person with the name {0}")
        .endsWith("{0} in a suit", "{0} in a dress")
        .allSatisfy(prompt -> assertThat(Prompts.fill(prompt, "Ada Byron")).contains("Ada Byron"));
  }

  @Test
  void aThresholdAboveTheNumberOfPromptsIsRefused() {
    assertThatThrownBy(
            () -> type.read(Map.of("threshold", 2, "prompts", List.of("{0}")), "attacks.idia"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("attacks.idia.threshold must be between 1 and 1 (got 2)");
  }

  @Test
  void aPromptWithoutAPlaceForTheNameIsRefused() {
    assertThatThrownBy(() -> type.read(Map.of("prompts", List.of("a photo")), "attacks.idia"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("attacks.idia.prompts must each contain {0} (got 'a photo')");
  }

  @Test
  void aPlaceThatIsWrittenAsInOpenClipIsTheSame() {
    assertThat(type.read(Map.of("prompts", List.of("a photo of {}")), "attacks.idia").prompts())
        .containsExactly("a photo of {0}");
  }

  @Test
  void noPromptsAreRefused() {
    assertThatThrownBy(() -> type.read(Map.of("prompts", List.of()), "attacks.idia"))
        .hasMessage("attacks.idia.prompts must not be empty");
  }

  @Test
  void oneDrawIsOfEverything() {
    assertThat(type.defaults().draws()).isEqualTo(1);
    assertThatThrownBy(() -> type.read(Map.of("draw-images", 5), "attacks.idia"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "attacks.idia.draw-images needs more than one draw: the one draw is of everything (got draws 1)");
    assertThat(type.read(Map.of("draws", 20, "draw-images", 5), "attacks.idia").drawImages())
        .isEqualTo(5);
  }
}
