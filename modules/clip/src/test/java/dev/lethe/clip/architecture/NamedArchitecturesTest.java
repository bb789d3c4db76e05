package dev.lethe.clip.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lethe.api.UsageException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedArchitecturesTest {

  @Test
  void everyFileIsListed() throws IOException, URISyntaxException {
    Path index = Path.of(NamedArchitectures.class.getResource("index.txt").toURI());
    try (Stream<Path> files = Files.list(index.getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(file -> file.endsWith(".json"))
          .containsExactlyInAnyOrderElementsOf(
              NamedArchitectures.names().stream().map(name -> name + ".json").toList());
    }
  }

  @Test
  void namesAreSortedForPeople() {
    assertThat(NamedArchitectures.names())
        .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
        .doesNotHaveDuplicates();
  }

  @Test
  void aSlashIsReadAsOpenAiWritesIt() {
    assertThat(NamedArchitectures.config("ViT-B/32"))
        .isEqualTo(NamedArchitectures.config("ViT-B-32"));
  }

  @Test
  void aQuickGeluVariantDiffersInNothingElse() {
    assertThat(NamedArchitectures.names())
        .filteredOn(name -> name.endsWith("-quickgelu"))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            name ->
                assertThat(NamedArchitectures.config(name))
                    .isEqualTo(
                        NamedArchitectures.config(name.replace("-quickgelu", ""))
                            .put("quick_gelu", true)));
  }

  @ParameterizedTest
  @CsvSource({"vit-b-32, 'ViT-B-32'", "ViT-L/14@336px, 'ViT-L-14-336'", "RN5O, 'RN50'"})
  void theNearestNameIsSuggested(String mistyped, String meant) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> NamedArchitectures.config(mistyped))
        .withMessage(
            "there is no architecture named '%s': did you mean '%s'?".formatted(mistyped, meant));
  }

  @Test
  void aNameThatIsNearNoneListsThemAll() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> NamedArchitectures.config("convnext_base_w_320"))
        .withMessageContaining("RN101, RN101-quickgelu, RN50,")
        .withMessageEndingWith("ViT-L-14-quickgelu");
  }
}
