package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.engine.RunRequest;
import dev.lethe.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadablePicturesTest {
  @TempDir Path folder;
  @TempDir Path out;
  TinyWorld world;

  @BeforeEach
  void cutAPictureShort() throws IOException {
    world = new TinyWorld(folder);
    Path first = broken();
    byte[] whole = Files.readAllBytes(first);
    Files.write(first, Arrays.copyOf(whole, whole.length / 2));
  }

  @Test
  void theFileIsNamedAndWhatIsWrongWithIt() {
    assertThatThrownBy(() -> TinyWorld.run(audit("people.images=2")))
        .isInstanceOf(LetheException.class)
        .hasMessage(broken() + " is not a picture that can be read: it is cut short");
  }

  @Test
  void skippedPicturesAreReplacedByOthersOfThePersonAndCountedInTheReport() {
    Report report = TinyWorld.run(audit("people.images=2", "people.unreadable=skip")).report();

    assertThat(TinyWorld.facts(report).people()).containsOnlyKeys(TinyWorld.PEOPLE);
    assertThat(report.notes())
        .anyMatch(
            note ->
                note.startsWith("1 skipped in ")
                    && note.endsWith("actors/images/Ada_Byron/0.png (it is cut short)"));
  }

  @Test
  void whoHasTooFewReadablePicturesIsLeftOut() {
    Report report = TinyWorld.run(audit("people.images=3", "people.unreadable=skip")).report();

    assertThat(TinyWorld.facts(report).people()).hasSize(5).doesNotContainKey("Ada Byron");
    assertThat(report.notes())
        .contains("1 people are left out, who have fewer than 3 pictures: Ada Byron");
  }

  @Test
  void theSourceOfAnEvaluationSkipsToo() throws IOException {
    Files.createFile(folder.resolve("classes/disc/broken.png"));
    RunRequest request =
        world.request(
            out,
            "defense=",
            "people.unreadable=skip",
            "evaluations.zero-shot.source-settings={unreadable: skip}");

    assertThat(TinyWorld.run(request).report().metrics().before()).containsKey("zero-shot.top1");
  }

  private RunRequest audit(String... overrides) {
    String[] all = Arrays.copyOf(overrides, overrides.length + 2);
    all[overrides.length] = "defense=";
    all[overrides.length + 1] = "evaluations={}";
    return world.request(out, all);
  }

  private Path broken() {
    return folder.resolve("people/actors/images/Ada_Byron/0.png");
  }
}
