package dev.lethe.forgetting.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.settings.Setting;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.config.ConfigReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTextTest {
  private static final String CONFIG =
      """
      name: x
      model: {path: m}
      captions: {path: c}
      defense: {strategy: s, settings: {target: %1$s, prompts: [%1$s, 'a']}}
      forget:
        names: [%1$s, Ada Byron]
      """;

  private static final String SETTINGS =
      "name: x\nmodel: {path: m}\ndefense: {strategy: s, settings: {%s}}\n";

  record Texts(
      @Setting("A text.") String target,
      @Setting(value = "Texts.", defaultValue = "") List<String> prompts) {}

  record Values(
      @Setting(value = "A number.", defaultValue = "4") int steps,
      @Setting(value = "A number.", defaultValue = "0.5") double rate,
      @Setting(value = "Yes or no.", defaultValue = "false") boolean on) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e3",
        "007",
        "8",
        "null",
        "Null",
        "~",
        "true",
        "True",
        "No",
        "1_000",
        "0x10",
        "0o17",
        "2001-01-01",
        "12:30:00",
        "1.50",
        ".5",
        "+5",
        "-0",
        ".inf",
        ".NaN",
        "1e400",
        "0.0001",
        "12345678901234567890123"
      })
  void aTextIsNeverTakenForAValue(String text) {
    ForgettingConfig inFile = config(CONFIG.formatted(text));
    ForgettingConfig overridden =
        config(
            CONFIG.formatted("x"),
            "forget.names=[" + text + ", Ada Byron]",
            "defense.settings.target=" + text,
            "defense.settings.prompts=[" + text + ", 'a']");

    for (ForgettingConfig config : List.of(inFile, overridden)) {
      assertThat(config.settings().forget().names()).containsExactly(text, "Ada Byron");
      assertThat(settings(Texts.class, config)).isEqualTo(new Texts(text, List.of(text, "a")));
    }
  }

  @Test
  void aSettingThatWantsANumberReadsEveryWayToWriteIt() {
    assertThat(
            settings(Values.class, config(SETTINGS.formatted("steps: 0x10, rate: 1e-4, on: True"))))
        .isEqualTo(new Values(16, 1e-4, true));
    assertThat(
            settings(Values.class, config(SETTINGS.formatted("steps: +07, rate: .50, on: false"))))
        .isEqualTo(new Values(7, 0.5, false));
    assertThat(settings(Values.class, config(SETTINGS.formatted("steps: null, rate: ~, on: NULL"))))
        .isEqualTo(new Values(4, 0.5, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate: .nan", "rate: 1e999", "rate: 0x1p3", "steps: 1e3", "on: yes"})
  void whatIsNoSuchValueIsRefused(String setting) {
    ForgettingConfig config = config(SETTINGS.formatted(setting));

    assertThatThrownBy(() -> settings(Values.class, config))
        .hasMessageContaining("must be ")
        .hasMessageContaining("(got '" + setting.replaceAll(".*: ", "") + "')");
  }

  @Test
  void aBlockThatIsNullIsNotGiven() {
    ForgettingConfig config =
        config(
            "name: x\nmodel: {path: m}\ncaptions: ~\ndefense: null\nattacks: {idia: null, other: {}}\n",
            "evaluations={zero-shot: ~}",
            "captions.path=c");

    assertThat(config.defense()).isEmpty();
    assertThat(config.attacks()).extracting(Block::name).containsExactly("other");
    assertThat(config.evaluations()).isEmpty();
    assertThat(config.captions().rest()).containsEntry("path", "c");
  }

  private static ForgettingConfig config(String yaml, String... overrides) {
    Config config = new ConfigReader(new ConfigSource("x.yaml", yaml), List.of(overrides)).config();
    return config.locating(() -> ForgettingConfig.of(config));
  }

  private static <R extends Record> R settings(Class<R> type, ForgettingConfig config) {
    Block strategy = config.defense().get(0).strategy();
    return new SettingsType<>(type).read(strategy.settings(), strategy.place());
  }
}
