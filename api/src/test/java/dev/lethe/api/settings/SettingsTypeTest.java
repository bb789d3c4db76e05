package dev.lethe.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingsTypeTest {

  enum Distance {
    COSINE,
    MEAN_SQUARE
  }

  record Settings(
      @Setting(value = "Steps.", defaultValue = "400") int cleanBatch,
      @Setting(value = "Rate.", defaultValue = "1e-4") double learningRate,
      @Setting(value = "Distance.", defaultValue = "cosine") Distance distance,
      @Setting(value = "Milestones.", defaultValue = "200, 300") List<Integer> milestones,
      @Setting("File.") @Nullable Path file,
      @Setting("Captions.") @Nullable SourceSpec captions) {
    Settings {
      Check.between("clean-batch", cleanBatch, 1, 4096);
    }
  }

  record Required(@Setting("Where it is.") Path path) {}

  private final SettingsType<Settings> type = new SettingsType<>(Settings.class);

  @Test
  void defaultsAreReadAsAConfigurationWouldWriteThem() {
    assertThat(type.defaults())
        .isEqualTo(new Settings(400, 1e-4, Distance.COSINE, List.of(200, 300), null, null));
  }

  @Test
  void givenValuesReplaceDefaults() {
    Settings read =
        type.read(
            Map.of(
                "clean-batch",
                8,
                "learning-rate",
                "1e-3",
                "distance",
                "mean-square",
                "milestones",
                List.of(),
                "captions",
                Map.of("source", "lines", "path", "a.txt")),
            "defense.settings");
    assertThat(read)
        .isEqualTo(
            new Settings(
                8,
                1e-3,
                Distance.MEAN_SQUARE,
                List.of(),
                null,
                new SourceSpec("lines", Map.of("path", "a.txt"))));
  }

  @Test
  void anUnknownKeyNamesTheNearestKnownOne() {
    assertThatThrownBy(() -> type.read(Map.of("clean-bach", 1), "defense.settings"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "defense.settings.clean-bach is not a known setting: did you mean 'clean-batch'?");
  }

  @Test
  void aWrongTypeSaysWhatWasExpectedAndFound() {
    assertThatThrownBy(() -> type.read(Map.of("clean-batch", "many"), "d"))
        .hasMessage("d.clean-batch must be a whole number (got 'many')");
    assertThatThrownBy(() -> type.read(Map.of("distance", "manhattan"), "d"))
        .hasMessage("d.distance must be one of cosine | mean-square (got 'manhattan')");
  }

  @Test
  void aValueTheRecordRefusesIsNamedByItsPlace() {
    assertThatThrownBy(() -> type.read(Map.of("clean-batch", 0), "d"))
        .hasMessage("d.clean-batch must be between 1 and 4096 (got 0)");
  }

  @Test
  void aMissingRequiredSettingSaysWhatItIsFor() {
    assertThatThrownBy(() -> new SettingsType<>(Required.class).read(Map.of(), "people"))
        .hasMessage("people.path is missing: Where it is.");
  }

  @Test
  void everySettingIsDescribed() {
    assertThat(type.describe().get(2))
        .isEqualTo(
            new SettingInfo(
                "distance", "cosine | mean-square", "cosine", false, false, "Distance."));
    assertThat(new SettingsType<>(Required.class).describe().get(0).required()).isTrue();
  }

  enum Manner {
    CORRECTED,
    @Called("faithful")
    REFERENCE_CODE
  }

  record Mannered(@Setting(value = "Manner.", defaultValue = "corrected") Manner manner) {}

  @Test
  void aChoiceIsCalledWhatItSays() {
    SettingsType<Mannered> type = new SettingsType<>(Mannered.class);

    assertThat(type.read(Map.of("manner", "faithful"), "").manner())
        .isEqualTo(Manner.REFERENCE_CODE);
    assertThatThrownBy(() -> type.read(Map.of("manner", "reference-code"), ""))
        .hasMessageContaining("corrected | faithful");
  }

  @Test
  void keysOfSomebodyElseArePassedOnWhereARecordSaysSo() {
    SettingsType<Passing> type = new SettingsType<>(Passing.class);
    Passing read = type.read(Map.of("steps", 3, "rate", 0.5, "more", List.of(1)), "defense");
    assertThat(read.steps()).isEqualTo(3);
    assertThat(read.others()).isEqualTo(Map.of("rate", 0.5, "more", List.of(1)));
    assertThat(type.keys()).containsExactly("steps");
    assertThat(type.describe()).singleElement().extracting(SettingInfo::key).isEqualTo("steps");
    assertThat(type.takes("rate")).isTrue();
  }

  @Test
  void whatSeveralRecordsHaveStandsInTheBlockOfEach() {
    SettingsType<Cooking> type = new SettingsType<>(Cooking.class);

    assertThat(type.keys()).containsExactly("dish", "minutes", "heat", "guests");
    assertThat(type.describe()).extracting(SettingInfo::meaning).contains("How long.");
    assertThat(type.read(Map.of("dish", "soup", "minutes", 5), "kitchen"))
        .isEqualTo(new Cooking("soup", new Stove(5, 2), 4));
  }

  @Test
  void aValueThatAPartRefusesIsNamedByItsPlaceInTheBlock() {
    SettingsType<Cooking> type = new SettingsType<>(Cooking.class);

    assertThatThrownBy(() -> type.read(Map.of("dish", "soup", "minutes", 0), "kitchen"))
        .hasMessage("kitchen.minutes must be between 1 and 100 (got 0)");
    assertThatThrownBy(() -> type.read(Map.of("dish", "soup", "minuts", 1), "kitchen"))
        .hasMessage("kitchen.minuts is not a known setting: did you mean 'minutes'?");
    assertThatThrownBy(() -> type.read(Map.of("dish", "soup"), "kitchen"))
        .hasMessage("kitchen.minutes is missing: How long.");
  }

  @Test
  void aSourceMayBeItsNameAlone() {
    assertThat(new SettingsType<>(Sourced.class).read(Map.of("from", "lines"), "").from())
        .isEqualTo(new SourceSpec("lines", Map.of()));
  }

  record Passing(
      @Setting(value = "How often.", defaultValue = "1") int steps,
      @Setting(value = "What somebody else reads.", others = true) Map<String, Object> others) {}

  record Stove(
      @Setting("How long.") int minutes,
      @Setting(value = "How hot.", defaultValue = "2") int heat) {
    Stove {
      Check.between("minutes", minutes, 1, 100);
    }
  }

  record Cooking(
      @Setting("What.") String dish,
      @Setting(value = "On what.", inline = true) Stove stove,
      @Setting(value = "For how many.", defaultValue = "4") int guests) {}

  record Sourced(@Setting("Where from.") SourceSpec from) {}
}
