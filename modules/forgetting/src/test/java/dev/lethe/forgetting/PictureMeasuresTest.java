package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.engine.RunResult;
import dev.lethe.report.Metrics;
import dev.lethe.testkit.TinyPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a defense of names alone leaves as it was, in numbers and in words. */
class PictureMeasuresTest {
  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
    for (TinyPicture.Shape shape : TinyPicture.Shape.values()) {
      new TinyPicture(shape, 0x2040ff).write(world.path("captioned/%s.png".formatted(shape)));
      world.write("captioned/%s.txt".formatted(shape), "a blue " + shape + "\nthe same, drawn");
    }
  }

  @Test
  void aDefenseOfNamesLeavesTheFaceAndTheReportSaysSoWithANumber(@TempDir Path out)
      throws IOException {
    RunResult result =
        TinyWorld.run(
            world.request(
                out,
                "images={source: folder, held-out: 0.5}",
                "images.path=" + world.path("captioned"),
                "evaluations.face-leak.learn=2",
                "evaluations.image-similarity={}",
                "evaluations.retrieval={}"));

    Metrics metrics = result.report().metrics();
    assertThat(metrics.before())
        .containsEntry("face-leak.people", 6.0)
        .containsEntry("face-leak.chance", 1 / 6.0)
        .containsEntry("face-leak.forgotten.chance", 1 / 2.0)
        .containsKeys("face-leak.forgotten.probe.low", "retrieval.text-to-image.recall1");
    for (String measure : new String[] {"forgotten.probe", "others.probe", "others.centroid"}) {
      assertThat(metrics.after().get("face-leak." + measure))
          .as(measure)
          .isNotNull()
          .isEqualTo(metrics.before().get("face-leak." + measure));
    }
    assertThat(metrics.after().get("image-similarity.clean")).isGreaterThan(1 - 1e-6);
    assertThat(metrics.after()).doesNotContainKey("image-similarity.identity");
    assertThat(Files.readString(result.directory().resolve("report.md")))
        .contains("learns the faces of those who asked from 2 photographs each")
        .contains("the image tower still knows the face.");
  }
}
