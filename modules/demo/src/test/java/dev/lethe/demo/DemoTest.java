package dev.lethe.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.clip.ClipModule;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.RunRequest;
import dev.lethe.io.ProcessLock;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.RecordedProgress;
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

  private static final String WEIGHTS = "open_clip_model.safetensors";

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
  void newCodeMakesAnotherWorldAndAnotherModel() {
    List<Path> first = paths(prepare(List.of()));

    List<Path> other =
        paths(
            new Demo(new NewCode())
                .prepare(
                    new DemoRequest(CONFIG, SMALL, out, false, Towers.TEXT), Progress.silent()));

    assertThat(other).doesNotContainAnyElementsOf(first);
  }

  /** Other bundles that do the same. */
  private record NewCode(ExtensionRegistry same) implements ExtensionRegistry {
    NewCode() {
      this(new InProcessExtensions(List.of(ClipModule::new)));
    }

    @Override
    public List<ExtensionInfo> list() {
      return same.list();
    }

    @Override
    public String codeHash(Class<?> type) {
      return "new";
    }

    @Override
    public RunExtensions open(RunContext context) {
      return same.open(context);
    }
  }

  @Test
  void aDemoOfFacesIsToldWhereTheyAreAndOneOfNamesIsNot() {
    RunRequest names = prepare(List.of());
    RunRequest faces =
        new Demo(new InProcessExtensions(List.of(ClipModule::new)))
            .prepare(new DemoRequest(CONFIG, SMALL, out, false, Towers.BOTH), Progress.silent());

    assertThat(faces.overrides()).containsAll(names.overrides());
    assertThat(names.overrides()).noneMatch(each -> each.startsWith("images."));
    assertThat(faces.overrides())
        .anyMatch(each -> each.startsWith("images.path="))
        .anyMatch(each -> each.startsWith("faces.path="))
        .anyMatch(each -> each.startsWith("retain.path="));
  }

  @Test
  void nothingUnfinishedStays() throws IOException {
    prepare(List.of());

    assertThat(folders())
        .hasSize(2)
        .allMatch(folder -> folder.toString().matches(".*/(world|model)-[0-9a-f]{12}"));
  }

  @Test
  void aWorldThatIsNotAsItWasMadeIsMadeAgainWithAWord() throws IOException {
    RunRequest first = prepare(List.of());
    byte[] weights = Files.readAllBytes(paths(first).get(0).resolve(WEIGHTS));
    Path person = firstFolder(firstFolder(firstFolder(paths(first).get(1))));
    Path picture = person.resolve("0000.png");
    byte[] painted = Files.readAllBytes(picture);

    Files.delete(picture);
    assertThat(said()).anyMatch(line -> line.contains("0000.png is missing); it is made again"));
    assertThat(picture).hasBinaryContent(painted);

    Files.write(picture, new byte[] {1});
    assertThat(said()).anyMatch(line -> line.contains("0000.png is changed); it is made again"));
    assertThat(picture).hasBinaryContent(painted);

    Files.copy(picture, person.resolve("0001.png"));
    assertThat(said()).anyMatch(line -> line.contains("0001.png is new); it is made again"));
    assertThat(person.resolve("0001.png")).doesNotExist();

    Path linked = Files.createSymbolicLink(person.resolveSibling("Ada Linked"), person);
    assertThat(said()).anyMatch(line -> line.contains("Ada Linked is new); it is made again"));
    assertThat(linked).doesNotExist();

    assertThat(said()).isEmpty();
    assertThat(paths(first).get(0).resolve(WEIGHTS)).hasBinaryContent(weights);
  }

  @Test
  void aModelThatIsNotAsItWasTrainedIsTrainedAgainWithAWord() throws IOException {
    Path weights = paths(prepare(List.of())).get(0).resolve(WEIGHTS);
    byte[] trained = Files.readAllBytes(weights);
    byte[] changed = trained.clone();
    changed[changed.length - 1] ^= (byte) 0x80;

    Files.write(weights, changed);
    assertThat(said()).anyMatch(line -> line.contains(WEIGHTS + " is changed); it is made again"));
    assertThat(weights).hasBinaryContent(trained);

    Files.writeString(weights.resolveSibling("MANIFEST.sha256"), "");
    assertThat(said()).anyMatch(line -> line.contains("MANIFEST.sha256 is missing or damaged"));
    assertThat(weights).hasBinaryContent(trained);
  }

  @Test
  void whatKilledProcessesLeftIsSweptAndWhatALivingOneMakesStays() throws IOException {
    prepare(List.of());
    Path demo = out.resolve("demo");
    Path dead = Files.createDirectories(demo.resolve(".model-0123456789ab.part/inner")).getParent();
    Path living = Files.createDirectories(demo.resolve(".model-ba9876543210.part"));
    ProcessLock maker =
        ProcessLock.tryTake(demo.resolve(".locks/model-ba9876543210")).orElseThrow();
    prepare(List.of());
    assertThat(dead).doesNotExist();
    assertThat(living).exists();
    maker.close();
    prepare(List.of());
    assertThat(living).doesNotExist();
  }

  private List<String> said() {
    RecordedProgress progress = new RecordedProgress();
    demo.prepare(new DemoRequest(CONFIG, SMALL, out, false, Towers.TEXT), progress);
    return progress.messages();
  }

  private static Path firstFolder(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.sorted().findFirst().orElseThrow();
    }
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> content = Files.list(out.resolve("demo"))) {
      return content.filter(each -> !each.endsWith(".locks")).toList();
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
    return demo.prepare(new DemoRequest(CONFIG, all, out, false, Towers.TEXT), Progress.silent());
  }

  private static List<Path> paths(RunRequest request) {
    return request.overrides().stream()
        .filter(override -> override.contains("='"))
        .map(override -> override.substring(override.indexOf('\'') + 1, override.length() - 1))
        .map(Path::of)
        .toList();
  }
}
