package dev.lethe.forgetting.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.UsageException;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.config.ConfigReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgetBlockTest {
  private static final String CONFIG = "name: x\nmodel: {path: m}\nforget: {%s}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "forget.names= | forget.names is empty: name at least one person, or leave the key out",
        "forget.names=[] | forget.names is empty: name at least one person, or leave the key out",
        "forget.names=null | forget.names is empty: name at least one person, or leave the key out",
        "forget.names=~ | forget.names is empty: name at least one person, or leave the key out",
        "forget.names='' | forget.names is empty: name at least one person, or leave the key out",
        "forget={names: , count: 8} | forget.names is empty: name at least one person, or leave the key out",
        "forget={names: [], count: 8} | forget.names is empty: name at least one person, or leave the key out",
        "forget.names=[''] | forget.names must not be blank",
        "forget.names=[Ada Byron, ' '] | forget.names must not be blank",
        "forget.file= | forget.file is empty: give a path, or leave the key out",
        "forget.file='' | forget.file is empty: give a path, or leave the key out",
        "forget.count= | forget.count is empty: give a number, or leave the key out",
        "forget={count: } | forget.count is empty: give a number, or leave the key out",
      })
  void anEmptyKeyNeverLetsStrangersBeForgotten(String override, String problem) {
    assertThatThrownBy(() -> names("count: 8", override.strip()))
        .isInstanceOf(UsageException.class)
        .hasMessage("override " + override.strip() + ": " + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"count: 8, names: ", "count: 8, names: []", "count: 8, file: ", "count: "})
  void anEmptyKeyInAFileIsRefusedToo(String block) {
    assertThatThrownBy(() -> names(block)).hasMessageMatching("x.yaml:3: forget.\\w+ is empty: .*");
  }

  @Test
  void namesOnTheCommandLineReplaceTheCountOfAFile() {
    assertThat(names("count: 8", "forget.names=[Ada Byron]")).containsExactly("Ada Byron");
    assertThat(names("names: []", "forget.names=[Ada Byron]")).containsExactly("Ada Byron");
  }

  @Test
  void aCountOnTheCommandLineIsNotDroppedBesideNames() {
    assertThatThrownBy(() -> names("names: [Ada Byron]", "forget.count=3"))
        .hasMessage(
            "override forget.count=3: forget.count would be ignored, since forget.names is given"
                + " too; forget='{count: 3}' replaces all of forget");
    assertThat(names("names: [Ada Byron]", "forget={count: 3}")).isEmpty();
  }

  private static List<String> names(String block, String... overrides) {
    ConfigSource source = new ConfigSource("x.yaml", CONFIG.formatted(block));
    Config config = new ConfigReader(source, List.of(overrides)).config();
    return config.locating(() -> ForgettingConfig.of(config)).settings().forget().names();
  }
}
