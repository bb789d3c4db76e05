package dev.lethe.plugin.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlurmSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"90", "30:00", "4:00:00", "1-12", "1-12:30", "1-12:30:00"})
  void aTimeIsWrittenAsSlurmTakesIt(String time) {
    assertThat(read("time", time).time()).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time|4h|launcher.time must look like 90, 4:00:00 or 1-12:00 (got 4h)",
        "memory|16KB|launcher.memory must be between 1048576",
        "cpus|0|launcher.cpus must be between 1",
        "gpus|-1|launcher.gpus must be between 0",
        "array-limit|0|launcher.array-limit must be between 1",
        "interval|0|launcher.interval must be between 1",
        "partition|' '|launcher.partition must not be blank"
      })
  void whatSlurmCannotTakeIsRefusedByItsKey(String key, String value, String message) {
    assertThatThrownBy(() -> read(key, value))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anOptionIsOneOfACommandLine() {
    assertThat(read("options", List.of("--constraint=a100")).options()).hasSize(1);
    assertThatThrownBy(() -> read("options", List.of("constraint=a100")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("such as --constraint=a100 (got constraint=a100)");
  }

  private static SlurmSettings read(String key, Object value) {
    return new SettingsType<>(SlurmSettings.class).read(Map.of(key, value), "launcher");
  }
}
