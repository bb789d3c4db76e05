package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.engine.RunResult;
import dev.lethe.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user says against a checkpoint. */
class ModelOptionsTest {
  private static final String WARNING = "by their name the weights were trained with QuickGELU";

  @TempDir static Path folder;
  static TinyWorld world;
  static Path model;

  @BeforeAll
  static void nameAModelSuspiciously() throws IOException {
    world = new TinyWorld(folder);
    model = Files.createDirectory(folder.resolve("vit-quickgelu"));
    for (Path file : TinyWorld.files(world.path("model"))) {
      Files.copy(file, model.resolve(file.getFileName()));
    }
  }

  @Test
  void weightsThatSeemToBeReadWithAnotherActivationAreWarnedOf(@TempDir Path out) {
    Report report = TinyWorld.run(world.request(out, "model.path=" + model)).report();
    assertThat(report.notes()).anyMatch(note -> note.startsWith(WARNING));
  }

  @Test
  void theOverriddenActivationIsComputedWithAndSaved(@TempDir Path out) throws IOException {
    RunResult believed = TinyWorld.run(world.request(out, "model.path=" + model));
    RunResult result =
        TinyWorld.run(world.request(out, "model.path=" + model, "model.quickgelu=true"));
    assertThat(result.report().notes()).noneMatch(note -> note.startsWith(WARNING));
    assertThat(result.report().defense().get(0).history())
        .isNotEqualTo(believed.report().defense().get(0).history());
    assertThat(Files.readString(result.directory().resolve("model/open_clip_config.json")))
        .contains("\"quick_gelu\" : true");
  }
}
