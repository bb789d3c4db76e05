package dev.lethe.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorldSettingsTest {
  private final SettingsType<WorldSettings> type = new SettingsType<>(WorldSettings.class);

  @Test
  void theDefaultWorldHoldsWhatTheDemoPromises() {
    WorldSettings settings = type.defaults();

    assertThat(settings.members()).isGreaterThanOrEqualTo(64);
    assertThat(settings.nonMembers()).isGreaterThanOrEqualTo(32);
    assertThat(ColoredShape.all()).hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void thereMustBeACandidateForEveryPersonUnderTest() {
    assertThatThrownBy(() -> type.read(Map.of("candidates", 95), "demo.world"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("demo.world.candidates must be between 96 and 5000 (got 95)");
  }
}
