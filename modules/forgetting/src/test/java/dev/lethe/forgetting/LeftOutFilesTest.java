package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.RunRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOutFilesTest {
  private static final String AVIF = "1234ftypavif";
  private static final String[] SKIPPING = {
    "people.unreadable=skip", "evaluations.zero-shot.source-settings={unreadable: skip}"
  };

  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void addFilesThatAreNoPictures() {
    world = new TinyWorld(folder);
    world.write("people/actors/images/Ada_Byron/x.jpg", AVIF);
    world.write("people/actors/images/Zed_Hidden/x.jpg", AVIF);
    world.write("classes/disc/y", AVIF);
    world.write("classes/disc/y.txt", "about a disc");
  }

  @Test
  void aRunIsRefusedBeforeItBeginsUnlessTheyAreToBeSkipped(@TempDir Path out) {
    assertThatThrownBy(() -> plan(world.request(out)))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("actors/images/Ada_Byron/x.jpg (an AVIF)")
        .hasMessageContaining("unreadable: skip");
  }

  @Test
  void whatIsSkippedOrLeftAsideIsNamedByThePlan(@TempDir Path out) {
    assertThat(plan(world.request(out, SKIPPING)))
        .contains(
            "2 skipped in %s, which cannot be read as pictures: actors/images/Ada_Byron/x.jpg (an AVIF), actors/images/Zed_Hidden/x.jpg (an AVIF)"
                .formatted(world.path("people")),
            "1 people are left out, of whom no picture can be read, such as Zed Hidden",
            "1 skipped in %s, which cannot be read as pictures: disc/y (an AVIF)"
                .formatted(world.path("classes")),
            "1 left aside in %s: disc/y.txt (no picture)".formatted(world.path("classes")));
  }

  @Test
  void theReportNamesThemAndARedactedOneNobody(@TempDir Path open, @TempDir Path hidden) {
    assertThat(TinyWorld.run(world.request(open, SKIPPING)).report().notes())
        .anyMatch(note -> note.contains("Ada_Byron/x.jpg"))
        .anyMatch(note -> note.contains("disc/y (an AVIF)"));
    assertThat(TinyWorld.run(world.redacted(hidden, SKIPPING)).report().notes())
        .anyMatch(note -> note.contains("are left out of this report"))
        .noneMatch(note -> note.contains("Byron") || note.contains("Zed") || note.contains("2 "));
  }

  private static List<String> plan(RunRequest request) {
    try (ExperimentPlan plan = TinyWorld.experiments().plan(request, Progress.silent())) {
      return plan.warnings();
    }
  }
}
