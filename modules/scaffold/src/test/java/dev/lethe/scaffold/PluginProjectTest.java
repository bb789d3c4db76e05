package dev.lethe.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PluginProjectTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyKindHasAllItsFilesWithEveryPlaceFilled(PluginKind kind) {
    Map<String, String> files = project("my-thing", kind).files();
    assertThat(files)
        .containsOnlyKeys(
            "README.md",
            "pom.xml",
            "src/main/java/module-info.java",
            "src/main/java/org/example/mything/MyThing.java",
            "src/main/java/org/example/mything/MyThingModule.java",
            "src/main/java/org/example/mything/MyThingSettings.java",
            "src/main/java/org/example/mything/package-info.java",
            "src/test/java/org/example/mything/MyThingContractTest.java",
            "src/test/resources/logback-test.xml");
    assertThat(files.values())
        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContainPattern("@\\w+@"));
    assertThat(files.get("src/main/java/org/example/mything/MyThingModule.java"))
        .contains("provide(" + kind.contract().getSimpleName() + ".class, \"my-thing\", ");
  }

  @Test
  void theRepositoryIsNamedByAnAddressThatXmlCanHold() {
    Path sdk = folder.resolve("R&D lab").resolve("sdk");
    String pom =
        new PluginProject(new PluginName("a", "b"), PluginKind.SOURCE, "1.2.3", sdk)
            .files()
            .get("pom.xml");
    assertThat(pom)
        .contains("<version>1.2.3</version>")
        .contains("R&amp;D%20lab/sdk</url>")
        .contains("<url>file:///");
  }

  @Test
  void theFilesAreWrittenAndNothingElse() throws Exception {
    Path place = folder.resolve("deep").resolve("quiet");
    List<Path> files = project("quiet", PluginKind.REGULARIZER).writeTo(place);
    try (var written = Files.walk(place)) {
      assertThat(written.filter(Files::isRegularFile).map(place::relativize))
          .containsExactlyInAnyOrderElementsOf(files);
    }
    assertThat(place.getParent()).isDirectoryContaining(place::equals);
    try (var beside = Files.list(place.getParent())) {
      assertThat(beside).containsExactly(place);
    }
  }

  @Test
  void whatIsThereIsNeverOverwritten() throws Exception {
    Path file = Files.writeString(folder.resolve("quiet"), "mine");
    assertThatThrownBy(() -> project("quiet", PluginKind.REGULARIZER).writeTo(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is there already");
    assertThat(file).hasContent("mine");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> project("quiet", PluginKind.REGULARIZER).writeTo(empty))
        .isInstanceOf(UsageException.class);
    assertThat(empty).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "privacy-attack, ATTACK, PrivacyAttack",
    "parameter, REGULARIZER, Parameter",
    "plugin, SOURCE, Plugin"
  })
  void aClassThatWouldHideOneThatItUsesIsRefused(String name, PluginKind kind, String type) {
    assertThatThrownBy(() -> project(name, kind).files())
        .isInstanceOf(UsageException.class)
        .hasMessage("its class would be called %s, as one that it uses; choose another name", type);
  }

  private PluginProject project(String name, PluginKind kind) {
    return new PluginProject(new PluginName(name, "org.example"), kind, "1.0.0", folder);
  }
}
