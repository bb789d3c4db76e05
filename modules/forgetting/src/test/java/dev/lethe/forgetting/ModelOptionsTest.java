package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.panel.CurvePanel;
import dev.lethe.engine.RunResult;
import dev.lethe.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    assertThat(losses(result.report())).isNotEqualTo(losses(believed.report()));
    assertThat(Files.readString(result.directory().resolve("model/open_clip_config.json")))
        .contains("\"quick_gelu\" : true");
  }

  private static List<CurvePanel.Curve> losses(Report report) {
    return TinyWorld.panels(report, CurvePanel.class).get(0).curves().stream()
        .filter(curve -> !curve.name().equals("seconds"))
        .toList();
  }
}
