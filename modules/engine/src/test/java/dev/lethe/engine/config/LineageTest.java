package dev.lethe.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.engine.ConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeABase() throws IOException {
    write(
        "base.yaml",
        """
        name: base
        seed: 3
        people: {path: p, images: 20}
        captions:
          path: c
        attacks: {idia: {threshold: 1}}
        require: [a<=0, b<=0]
        """);
  }

  @Test
  void blocksAreMergedKeyByKeyAndListsAndValuesReplaced() throws IOException {
    Config config =
        read(
            "name: child\nextends: base.yaml\npeople: {images: 5, split: attack-half}\nrequire: [c<=0]\n");

    assertThat(config.values())
        .containsOnlyKeys("name", "seed", "people", "captions", "attacks", "require")
        .containsEntry("name", "child")
        .containsEntry("seed", 3)
        .containsEntry("people", Map.of("path", "p", "images", 5, "split", "attack-half"))
        .containsEntry("attacks", Map.of("idia", Map.of("threshold", 1)))
        .containsEntry("require", List.of("c<=0"));
    assertThat(config.general().seed()).isEqualTo(3);
  }

  @Test
  void aKeyWithoutAValueTakesBackWhatTheOtherFileGives() throws IOException {
    assertThat(read("extends: base.yaml\ncaptions:\npeople: {images: }\nseed:\n").values())
        .doesNotContainKeys("captions", "seed")
        .containsEntry("people", Map.of("path", "p"));
  }

  @Test
  void aPathStartsAtTheFolderOfTheFileThatNamesIt() throws IOException {
    Files.createDirectories(folder.resolve("deep/er"));
    write("deep/middle.yaml", "extends: ../base.yaml\nseed: 4\n");
    write("deep/er/leaf.yaml", "extends: ../middle.yaml\nname: leaf\n");

    Config config = config(ConfigSource.file(folder.resolve("deep/er/leaf.yaml")));

    assertThat(config.values()).containsEntry("name", "leaf").containsEntry("seed", 4);
    assertThat(config.values()).containsEntry("captions", Map.of("path", "c"));
  }

  @Test
  void anOverrideStandsOverAllOfThem() throws IOException {
    write("child.yaml", "extends: base.yaml\nseed: 4\n");
    ConfigSource source = ConfigSource.file(folder.resolve("child.yaml"));

    assertThat(new ConfigReader(source, List.of("seed=5", "people.images=")).config().values())
        .containsEntry("seed", 5)
        .containsEntry("people", Map.of("path", "p"));
  }

  @Test
  void aWrongValueIsNamedWithTheFileAndLineWhereItStands() throws IOException {
    Places places = read("name: child\nextends: base.yaml\npeople:\n  images: 5\n").places();

    assertThat(places.locate(new SettingsException("captions.path", "is odd")))
        .hasMessage("%s:5: captions.path is odd", folder.resolve("base.yaml"));
    assertThat(places.locate(new SettingsException("people.images", "is odd")))
        .hasMessage("%s:4: people.images is odd", folder.resolve("child.yaml"));
    assertThat(places.locate(new SettingsException("people.path", "is odd")))
        .hasMessage("%s:3: people.path is odd", folder.resolve("base.yaml"));
    assertThat(read("extends: base.yaml\nrequire: []\n").places().byPath())
        .doesNotContainKey("require[0]");
  }

  @Test
  void whatHasNoPlaceOfItsOwnIsNotLaidToAnOverride() throws IOException {
    write("child.yaml", "device: cpu\n");
    ConfigSource source = ConfigSource.file(folder.resolve("child.yaml"));

    assertThatThrownBy(() -> new ConfigReader(source, List.of("seed=5")).config())
        .hasMessageStartingWith(folder.resolve("child.yaml") + ": name is missing");
  }

  @Test
  void aCircleIsNamedWithTheFilesInIt() throws IOException {
    write("a.yaml", "name: a\nextends: b.yaml\n");
    write("b.yaml", "extends: ./sub/../a.yaml\n");
    Files.createDirectory(folder.resolve("sub"));
    Path a = folder.resolve("a.yaml");
    Path b = folder.resolve("b.yaml");

    assertThatThrownBy(() -> config(ConfigSource.file(a)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "%s:1: extends goes round in a circle: %s -> %s -> %s",
            b, a, b, folder.resolve("./sub/../a.yaml"));
    assertThatThrownBy(() -> read("extends: child.yaml\n"))
        .hasMessageContaining("extends goes round in a circle");
  }

  @Test
  void aMissingFileIsNamedWithThePlaceThatWantsIt() {
    assertThatThrownBy(() -> read("name: child\nextends: nowhere.yaml\n"))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(
            "%s:2: extends: there is no file %s",
            folder.resolve("child.yaml"), folder.resolve("nowhere.yaml"));
  }

  @Test
  void whatIsNoPathIsRefused() {
    for (String wrong : List.of("[a, b]", "{a: b}", "7", "''")) {
      assertThatThrownBy(() -> read("name: child\nextends: %s\n".formatted(wrong)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(
              "child.yaml:2: extends must be the path of another configuration, such as base.yaml");
    }
  }

  private Config read(String child) throws IOException {
    write("child.yaml", child);
    return config(ConfigSource.file(folder.resolve("child.yaml")));
  }

  private static Config config(ConfigSource source) {
    return new ConfigReader(source, List.of()).config();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
