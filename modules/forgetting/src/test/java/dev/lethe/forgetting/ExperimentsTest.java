package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.api.panel.MapPanel;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.RunResult;
import dev.lethe.engine.StoredRun;
import dev.lethe.engine.Verification;
import dev.lethe.report.Report;
import dev.lethe.report.StoredArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentsTest {
  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
  }

  @Test
  void aRunMeasuresBeforeAndAfterAndLeavesAllItsFiles(@TempDir Path out) {
    RunResult result = TinyWorld.run(world.request(out));

    Report report = result.report();
    assertThat(TinyWorld.facts(report).forgotten()).containsExactly("Ada Byron", "Bo Diddle");
    assertThat(TinyWorld.facts(report).people()).containsOnlyKeys(TinyWorld.PEOPLE);
    assertThat(report.metrics().before())
        .containsKeys("idia.tpr", "idia.tpr.low", "idia.tpr.high", "idia.fpr", "zero-shot.top1");
    assertThat(report.metrics().after())
        .containsKeys("idia.forgotten.tpr", "similarity.clean", "collateral.wrongly-forgotten");
    assertThat(TinyWorld.facts(report).defense())
        .singleElement()
        .satisfies(d -> assertThat(d.steps()).isEqualTo(3));
    assertThat(result.reused()).isFalse();
    assertThat(result.directory())
        .isDirectoryContaining("glob:**/report.json")
        .isDirectoryContaining("glob:**/report.md")
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/metrics.csv")
        .isDirectoryContaining("glob:**/history.csv")
        .isDirectoryContaining("glob:**/model")
        .isDirectoryNotContaining("glob:**/work");
    assertThat(TinyWorld.experiments().read(result.directory())).isEqualTo(report);
  }

  @Test
  void theSameInputsFindTheFinishedRun(@TempDir Path out) {
    RunResult first = TinyWorld.run(world.request(out));

    RunResult second = TinyWorld.run(world.request(out));

    assertThat(second.reused()).isTrue();
    assertThat(second.report()).isEqualTo(first.report());
  }

  @Test
  void theSameSeedGivesTheSameMetricsAndTheSameCheckpoint(@TempDir Path one, @TempDir Path two) {
    Report first = TinyWorld.run(world.request(one)).report();
    Report second = TinyWorld.run(world.request(two)).report();

    assertThat(second.metrics()).isEqualTo(first.metrics());
    assertThat(TinyWorld.facts(second).people()).isEqualTo(TinyWorld.facts(first).people());
    assertThat(TinyWorld.panels(second, MapPanel.class))
        .isEqualTo(TinyWorld.panels(first, MapPanel.class));
    assertThat(second.checkpoint())
        .map(StoredArtifact::sha256)
        .isEqualTo(first.checkpoint().map(StoredArtifact::sha256));
  }

  @Test
  void anotherAlphaReusesWhatWasMeasuredBefore(@TempDir Path out) throws IOException {
    TinyWorld.run(world.request(out));
    List<Path> cached = TinyWorld.files(out.resolve(".cache/results"));

    RunResult other = TinyWorld.run(world.request(out, "defense.settings.alpha=0.3"));

    assertThat(other.reused()).isFalse();
    assertThat(cached).hasSize(5); // idia and four evaluations
    assertThat(TinyWorld.files(out.resolve(".cache/results"))).isEqualTo(cached);
  }

  @Test
  void aTrainingThatMemoryDoesNotHoldNamesTheSetting(@TempDir Path out) {
    assertThatThrownBy(() -> TinyWorld.run(world.request(out, "max-memory=500MB")))
        .hasMessageContaining("found 500.0 MB: raise max-memory");
  }

  @Test
  void anotherPrecisionIsAnotherRunWithMeasuresOfItsOwnAndTheReportNamesIt(@TempDir Path out)
      throws IOException {
    Report exact = TinyWorld.run(world.request(out)).report();
    int cached = TinyWorld.files(out.resolve(".cache/results")).size();
    int embedded = TinyWorld.files(out.resolve(".cache/embeddings")).size();

    RunResult narrow = TinyWorld.run(world.request(out, "precision=bf16"));

    assertThat(narrow.reused()).isFalse();
    assertThat(TinyWorld.files(out.resolve(".cache/results"))).hasSize(2 * cached);
    assertThat(TinyWorld.files(out.resolve(".cache/embeddings"))).hasSize(2 * embedded);
    assertThat(exact.provenance().precision()).isEqualTo("fp32");
    assertThat(narrow.report().provenance().precision()).isEqualTo("bf16");
    assertThat(narrow.report().checkpoint().orElseThrow().sha256())
        .isNotEqualTo(exact.checkpoint().orElseThrow().sha256());
  }

  @Test
  void picturesAreEmbeddedOnceForBothModelsAndForLaterRuns(@TempDir Path out) throws IOException {
    TinyWorld.run(world.request(out));
    List<Path> kept = TinyWorld.files(out.resolve(".cache/embeddings"));

    TinyWorld.run(world.request(out, "defense.settings.alpha=0.3"));

    assertThat(kept).hasSize(2); // people's photographs and the classes'
    assertThat(TinyWorld.files(out.resolve(".cache/embeddings"))).isEqualTo(kept);
  }

  @Test
  void withoutDefenseARunIsAnAudit(@TempDir Path out) {
    RunResult result = TinyWorld.run(world.request(out, "defense=", "forget=", "captions="));

    assertThat(result.report().metrics().after()).isEmpty();
    assertThat(result.report().metrics().before()).containsKey("idia.tpr");
    assertThat(result.report().checkpoint()).isEmpty();
    assertThat(result.directory().resolve("model")).doesNotExist();
  }

  @Test
  void withoutNonMembersTheFalsePositiveRateIsNullAndTheReportSaysWhy(@TempDir Path out)
      throws IOException {
    RunResult result = TinyWorld.run(world.request(out, "people.members="));

    assertThat(result.report().metrics().before()).containsEntry("idia.fpr", null);
    assertThat(result.report().notes()).anyMatch(note -> note.startsWith("nobody said who was in"));
    assertThat(Files.readString(result.directory().resolve("report.json")))
        .contains("\"idia.fpr\" : null");
  }

  @Test
  void twoDefensesAreAppliedInOrder(@TempDir Path out) {
    String block =
        "{strategy: text-backdoor, settings: {steps: 1, clean-batch: 4, backdoor-batch: 4}}";

    RunResult result =
        TinyWorld.run(
            world.request(
                out, "defense=[" + block + ", " + block + "]", "defense.1.settings.steps=2"));

    assertThat(TinyWorld.facts(result.report()).defense())
        .extracting(d -> d.steps())
        .containsExactly(1, 2);
    assertThat(result.directory().resolve("model")).isDirectory();
  }

  @Test
  void theFolderOfTheCheckpointTellsNobodyWhomItForgot(@TempDir Path out) throws IOException {
    RunResult result = TinyWorld.run(world.request(out));

    String hash = result.directory().getFileName().toString();
    for (Path file : TinyWorld.files(result.directory().resolve("model"))) {
      String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(bytes.toLowerCase())
          .doesNotContain("ada byron")
          .doesNotContain("ada_byron")
          .doesNotContain("text-backdoor")
          .doesNotContain(hash);
      assertThat(file.toString().substring(result.directory().toString().length()))
          .doesNotContain(hash);
    }
  }

  @Test
  void aVerifiedRunAgreesAndAChangedCheckpointDoesNot(@TempDir Path out) throws IOException {
    RunResult result = TinyWorld.run(world.request(out));
    Experiments experiments = TinyWorld.experiments();

    assertThat(experiments.verify(result.directory(), Progress.silent()).differences()).isEmpty();

    Path weights = result.directory().resolve("model/open_clip_model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    Verification changed = experiments.verify(result.directory(), Progress.silent());
    assertThat(changed.agrees()).isFalse();
    assertThat(changed.differences().get(0)).contains("is not the reported one");
  }

  @Test
  void runsAreListedComparedAndRemoved(@TempDir Path out) {
    Experiments experiments = TinyWorld.experiments();
    RunResult result = TinyWorld.run(world.request(out));
    RunResult audit = TinyWorld.run(world.request(out, "defense=", "name=audit"));

    List<StoredRun> runs = experiments.list(out);
    assertThat(runs).extracting(StoredRun::finished).containsExactly(true, true);
    assertThat(experiments.compare(List.of(audit.directory(), result.directory())))
        .contains("| idia.tpr |", "| similarity.clean | – |");
    assertThat(experiments.find(out, "audit/")).isEqualTo(runs.get(0));
    experiments.remove(runs.get(0), false);
    assertThat(audit.directory()).doesNotExist();
    assertThat(experiments.list(out)).extracting(StoredRun::id).containsExactly(runs.get(1).id());
    assertThatThrownBy(() -> experiments.find(out, "audit/")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void removingARunWouldTakeTheCheckpointThatAnotherBeganWith(@TempDir Path out) {
    Experiments experiments = TinyWorld.experiments();
    RunResult defended = TinyWorld.run(world.request(out));
    Path checkpoint = defended.directory().resolve("model");
    TinyWorld.run(world.request(out, "defense=", "name=again", "model.path=" + checkpoint));

    assertThat(
            experiments.consequences(experiments.find(out, defended.directory().toString()), false))
        .singleElement()
        .asString()
        .matches("again/[0-9a-f]{16} began with its checkpoint, .* without it");
    assertThat(experiments.consequences(experiments.find(out, "again"), false)).isEmpty();
  }
}
