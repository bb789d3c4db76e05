package dev.lethe.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.clip.ClipModule;
import dev.lethe.experiment.ConfigSource;
import dev.lethe.experiment.RunRequest;
import dev.lethe.testkit.InProcessExtensions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  private static final ConfigSource CONFIG = new ConfigSource("demo.yaml", "name: demo\nseed: 5\n");
  private static final List<String> SMALL =
      List.of(
          "demo.world.members=3",
          "demo.world.non-members=1",
          "demo.world.strangers=2",
          "demo.world.acquaintances=2",
          "demo.world.member-pictures=2",
          "demo.world.shape-pictures=1",
          "demo.world.test-pictures=1",
          "demo.world.zero-shot-pictures=1",
          "demo.world.captions=20",
          "demo.world.candidates=10",
          "demo.world.picture-size=16",
          "demo.model.width=16",
          "demo.model.layers=1",
          "demo.model.dimension=8",
          "demo.training.epochs=1");

  private final Demo demo = new Demo(new InProcessExtensions(List.of(ClipModule::new)));
  @TempDir private Path out;

  @Test
  void theExperimentIsGivenEverythingTheWorldHolds() {
    RunRequest request = prepare(List.of("forget.count=2"));

    assertThat(request.overrides()).last().isEqualTo("forget.count=2");
    assertThat(paths(request))
        .hasSize(6)
        .allSatisfy(path -> assertThat(path).exists().startsWith(out.toAbsolutePath()));
    assertThat(paths(request).get(0)).isDirectoryContaining("glob:**/open_clip_model.safetensors");
  }

  @Test
  void worldAndModelAreMadeOnce() throws IOException {
    Path weights = paths(prepare(List.of())).get(0).resolve("open_clip_model.safetensors");
    FileTime made = Files.getLastModifiedTime(weights);

    RunRequest again = prepare(List.of("defense.settings.alpha=0.3"));

    assertThat(paths(again).get(0)).isEqualTo(weights.getParent());
    assertThat(Files.getLastModifiedTime(weights)).isEqualTo(made);
  }

  @Test
  void anotherSeedGivesAnotherWorldAndAnotherModel() {
    List<Path> first = paths(prepare(List.of()));
    List<Path> other = paths(prepare(List.of("seed=6")));

    assertThat(other).doesNotContainAnyElementsOf(first);
  }

  @Test
  void nothingUnfinishedStays() throws IOException {
    prepare(List.of());

    try (Stream<Path> files = Files.list(out.resolve("demo"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(2)
          .allMatch(name -> name.matches("(world|model)-[0-9a-f]{12}"));
    }
  }

  @Test
  void anUnknownSettingIsRefusedWithTheNearestKnownOne() {
    assertThatThrownBy(() -> prepare(List.of("demo.world.member=3")))
        .isInstanceOf(UsageException.class)
        .hasMessage("demo.world.member is not a known setting: did you mean 'members'?");
    assertThatThrownBy(() -> prepare(List.of("demo.members=3")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("demo.members is not a known setting");
  }

  private RunRequest prepare(List<String> overrides) {
    List<String> all = new ArrayList<>(SMALL);
    all.addAll(overrides);
    return demo.prepare(new DemoRequest(CONFIG, all, out, false), Progress.silent());
  }

  private static List<Path> paths(RunRequest request) {
    return request.overrides().stream()
        .filter(override -> override.contains("='"))
        .map(override -> override.substring(override.indexOf('\'') + 1, override.length() - 1))
        .map(Path::of)
        .toList();
  }
}
