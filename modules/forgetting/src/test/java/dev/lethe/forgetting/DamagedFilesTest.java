package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunResult;
import dev.lethe.io.FileStamp;
import dev.lethe.io.Folders;
import dev.lethe.report.Report;
import dev.lethe.testkit.Damage;
import dev.lethe.testkit.RecordedProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DamagedFilesTest {
  @TempDir static Path folder;
  @TempDir static Path out;
  static TinyWorld world;
  static RunResult audit;

  @BeforeAll
  static void makeWorldAndRun() throws Exception {
    world = new TinyWorld(folder);
    awaitThatChangesWouldShow();
    audit = TinyWorld.run(audit());
  }

  @Test
  void whateverIsDamagedInTheCacheIsMadeAgainAndGivesTheSameFigures() {
    Folders.remove(audit.directory());
    List<Path> kept = kept(".cache");
    damage(kept);

    RecordedProgress progress = new RecordedProgress();
    Report again = TinyWorld.run(audit(), progress).report();

    assertThat(kept).hasSizeGreaterThan(6).allMatch(Files::isRegularFile);
    requireSame(again);
    assertThat(progress.messages())
        .anyMatch(line -> line.contains("file-hashes.json") && line.endsWith("made again"))
        .anyMatch(line -> line.contains(".cache/results/") && line.endsWith("made again"));
  }

  @Test
  void flippedSignsOfKeptEmbeddingsAreFoundAndSaid() {
    Folders.remove(audit.directory());
    Folders.remove(out.resolve(".cache/results"));
    kept(".cache/embeddings").forEach(Damage.CHANGED::to);

    RecordedProgress progress = new RecordedProgress();
    Report again = TinyWorld.run(audit(), progress).report();

    requireSame(again);
    assertThat(progress.messages())
        .anyMatch(line -> line.endsWith("its pictures are embedded again"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHANGED") // a report is what it says
  void aDamagedReportIsNamedWithWhatToDo(Damage damage) throws IOException {
    Path run = audit.directory();
    Path report = run.resolve("report.json");
    byte[] whole = Files.readAllBytes(report);
    damage.to(report);
    try {
      assumeThat(damage == Damage.UNREADABLE && Files.isReadable(report))
          .as("this user may read every file")
          .isFalse();
      String remedy =
          damage == Damage.UNREADABLE ? "permission denied" : "; remove it and run again";
      Experiments experiments = TinyWorld.experiments();

      assertThatThrownBy(() -> TinyWorld.run(audit()))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining(report.toString())
          .hasMessageEndingWith(remedy);
      assertThatThrownBy(() -> experiments.report(run, out.resolve("again")))
          .hasMessageEndingWith(remedy);
      assertThatThrownBy(() -> experiments.verify(run, Progress.silent()))
          .hasMessageEndingWith(remedy);
      assertThat(experiments.list(out))
          .singleElement()
          .satisfies(each -> assertThat(each.problem()).isEqualTo("its report is damaged"));
    } finally {
      Folders.remove(report);
      Files.write(report, whole);
    }
  }

  @Test
  void aReportOfAnotherVersionIsSaidToBeThat() throws IOException {
    Path file = audit.directory().resolve("report.json");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("lethe.report/2", "lethe.report/9"));
    assertThatThrownBy(() -> TinyWorld.experiments().read(audit.directory()))
        .hasMessageContaining("expected the schema lethe.report/2, found 'lethe.report/9'");
    Files.writeString(file, text);
  }

  @Test
  void aStoppedRunGoesOnWhateverIsDamagedOfItsStages(@TempDir Path whole, @TempDir Path stopped) {
    Report expected = TinyWorld.run(world.request(whole)).report();
    assertThatThrownBy(() -> TinyWorld.run(world.request(stopped), stoppingAtTheMap()))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    List<Path> stages =
        TinyWorld.files(stopped).stream()
            .filter(file -> file.getParent().endsWith("work"))
            .toList();
    assertThat(stages).anyMatch(file -> file.endsWith("defense-0.json"));
    damage(stages);

    Report resumed = TinyWorld.run(world.request(stopped)).report();

    assertThat(resumed.metrics()).isEqualTo(expected.metrics());
    assertThat(resumed.checkpoint().orElseThrow().sha256())
        .isEqualTo(expected.checkpoint().orElseThrow().sha256());
  }

  /** The hash of a file is remembered once another change of it would have another time. */
  private static void awaitThatChangesWouldShow() throws Exception {
    for (Path file : TinyWorld.files(folder)) {
      while (!FileStamp.of(file).isSettled()) {
        Thread.sleep(20);
      }
    }
  }

  private static RunRequest audit() {
    return world.request(out, "defense=");
  }

  private static List<Path> kept(String below) {
    return TinyWorld.files(out.resolve(below)).stream()
        .filter(file -> !file.getParent().endsWith("locks"))
        .toList();
  }

  /** Damages each file in another way. */
  private static void damage(List<Path> files) {
    for (int i = 0; i < files.size(); i++) {
      Damage.values()[i % Damage.UNREADABLE.ordinal()].to(files.get(i));
    }
  }

  private static void requireSame(Report again) {
    assertThat(again.metrics()).isEqualTo(audit.report().metrics());
    assertThat(TinyWorld.facts(again).people()).isEqualTo(TinyWorld.facts(audit.report()).people());
  }

  private static Progress stoppingAtTheMap() {
    return new Progress() {
      private boolean defended;

      @Override
      public Task begin(String name, long total) {
        if (defended && name.equals("embedding texts")) {
          Thread.currentThread().interrupt();
        }
        defended |= name.equals("reading the defended model");
        return Progress.silent().begin(name, total);
      }

      @Override
      public void message(String line) {}
    };
  }
}
