package dev.lethe.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunNamesTest {
  private static final String FIRST = "seeds/3f9a1c0d00000000";
  private static final String SECOND = "seeds/3f9a77aa00000000";
  private static final String THIRD = "trial/90ab000000000000";

  @TempDir private Path out;
  private RunNames names;

  @BeforeEach
  void makeRuns() throws IOException {
    for (String id : new String[] {FIRST, SECOND, THIRD}) {
      Files.writeString(Files.createDirectories(out.resolve(id)).resolve("report.json"), "{}");
    }
    names = new RunNames(out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {THIRD, "trial/90ab", "trial/", "tria", "90ab", "90ab0000", "90ab000000000000"})
  void aRunIsFoundByItsIdByTheBeginningOfThatAndByItsHash(String given) {
    assertThat(names.find(given).id()).isEqualTo(THIRD);
  }

  @Test
  void aRunIsFoundByItsFolderWhereverThatIs(@TempDir Path elsewhere) throws IOException {
    assertThat(names.find(out.resolve(THIRD).toString()).id()).isEqualTo(THIRD);
    assertThat(names.find(out + "/trial/90ab").id()).isEqualTo(THIRD);
    Files.writeString(elsewhere.resolve("report.json"), "{}");
    assertThat(names.find(elsewhere.toString()).directory()).isEqualTo(elsewhere);
  }

  @Test
  void aRunWhoseReportIsGoneIsFoundByItsManifest(@TempDir Path elsewhere) throws IOException {
    Files.move(out.resolve(THIRD + "/report.json"), out.resolve(THIRD + "/manifest.json"));
    Files.writeString(elsewhere.resolve("manifest.json"), "{}");
    assertThat(names.find(THIRD).finished()).isFalse();
    assertThat(names.find(elsewhere.toString()).directory()).isEqualTo(elsewhere);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "t", "tri", "90a"})
  void fewerThanFourCharactersNameNoRun(String given) {
    assertThatThrownBy(() -> names.find(given))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("'%s' is too short to name a run", given);
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "seeds/3f9a", "3f9a"})
  void aBeginningOfSeveralRunsListsThem(String given) {
    assertThatThrownBy(() -> names.find(given))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is the beginning of 2 runs")
        .hasMessageContaining(FIRST + ", " + SECOND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rial", "trial/90ac", "seeds/3f9a1c0d000000001", "/", "..", "none"})
  void whatBeginsNoRunIsNotFound(String given) {
    assertThatThrownBy(() -> names.find(given))
        .isInstanceOf(LetheException.class)
        .satisfiesAnyOf(
            e -> assertThat(e).isInstanceOf(NotFoundException.class),
            e -> assertThat(e).hasMessageContaining("too short"));
  }

  @Test
  void aFolderThatOnlyLooksLikeARunIsNeitherListedNorRemoved() throws IOException {
    Path project = Files.createDirectories(out.resolve("projects/thesis/model")).getParent();
    Files.writeString(project.resolve("report.json"), "{}");
    assertThat(new RunStore(out).ids()).containsExactly(FIRST, SECOND, THIRD);
    assertThatThrownBy(() -> RunStore.remove(names.find(project.toString())))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("remove it by hand");
    assertThat(project).isNotEmptyDirectory();
  }
}
