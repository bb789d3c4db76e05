package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.model.TextOutput;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.defense.training.Fidelity;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.train.RateSchedule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextBackdoorSettingsTest {
  private static final SettingsType<TextBackdoorSettings> TYPE =
      new SettingsType<>(TextBackdoorSettings.class);

  @Test
  void defaultsAreThoseOfThePapersCode() {
    assertThat(TYPE.defaults())
        .isEqualTo(
            new TextBackdoorSettings(
                "human",
                null,
                400,
                128,
                128,
                .6,
                0,
                1e-4,
                RateSchedule.MULTI_STEP,
                List.of(200, 300),
                .5,
                TextOutput.EMBEDDING,
                Distance.COSINE,
                Fidelity.CORRECTED,
                false,
                null,
                null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps|0|d.steps must be between 1 and 100000 (got 0)",
        "clean-batch|0|d.clean-batch must be between 1 and 65536 (got 0)",
        "backdoor-batch|-1|d.backdoor-batch must be between 1 and 65536 (got -1)",
        "alpha|-1|d.alpha must be between 0.0 and 1000.0 (got -1.0)",
        "gamma|-1|d.gamma must be between 0.0 and 1000.0 (got -1.0)",
        "learning-rate|0|d.learning-rate must be more than 0 (got 0)",
        "learning-rate|2|d.learning-rate must be between 0.0 and 1.0 (got 2.0)",
        "decay|2|d.decay must be between 0.0 and 1.0 (got 2.0)",
      })
  void valuesOutOfBoundsAreRefused(String key, int value, String message) {
    assertThatThrownBy(() -> TYPE.read(Map.of(key, value), "d"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(message);
  }

  @Test
  void milestonesMustRise() {
    assertThatThrownBy(() -> TYPE.read(Map.of("milestones", List.of(300, 200)), "d"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("d.milestones must be at least 1 and rising (got [300, 200])");
  }

  @Test
  void aBlankTargetIsRefused() {
    assertThatThrownBy(() -> TYPE.read(Map.of("target", " "), "d"))
        .hasMessage("d.target must not be blank");
  }
}
