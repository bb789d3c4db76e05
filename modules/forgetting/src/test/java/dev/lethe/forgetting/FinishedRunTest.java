package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.RunResult;
import dev.lethe.io.Folders;
import dev.lethe.testkit.RecordedProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinishedRunTest {
  @TempDir static Path folder;
  @TempDir static Path out;
  static TinyWorld world;
  static RunResult run;
  static Path model;

  @BeforeAll
  static void makeWorldAndRun() {
    world = new TinyWorld(folder);
    run = TinyWorld.run(world.request(out));
    model = run.directory().resolve("model");
  }

  @Test
  void aCheckpointThatHasGoneIsSaidAndMadeAgain() {
    Folders.remove(model);
    Experiments experiments = TinyWorld.experiments();
    assertThat(experiments.list(out))
        .singleElement()
        .satisfies(each -> assertThat(each.problem()).isEqualTo("its checkpoint is missing"));
    assertThatThrownBy(() -> experiments.verify(run.directory(), Progress.silent()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("the defended checkpoint is missing: " + model)
        .hasMessageContaining("again");

    RecordedProgress progress = new RecordedProgress();
    RunResult again = TinyWorld.run(world.request(out), progress);

    assertThat(again.reused()).isFalse();
    assertThat(progress.messages()).anyMatch(line -> line.contains("is missing: " + model));
    assertThat(model).isNotEmptyDirectory();
    assertThat(again.report().checkpoint()).isEqualTo(run.report().checkpoint());
    assertThat(experiments.verify(run.directory(), Progress.silent()).differences()).isEmpty();
    assertThat(experiments.list(out)).allMatch(each -> each.problem() == null);
  }

  @Test
  void aCheckpointThatSomebodyChangedStaysAndIsSaid() throws IOException {
    Path weights =
        TinyWorld.files(model).stream()
            .max(Comparator.comparingLong(file -> file.toFile().length()))
            .orElseThrow();
    byte[] whole = Files.readAllBytes(weights);
    byte[] changed = whole.clone();
    changed[changed.length - 1] ^= 1;
    Files.write(weights, changed);

    RecordedProgress progress = new RecordedProgress();
    RunResult again = TinyWorld.run(world.request(out), progress);

    assertThat(again.reused()).isTrue();
    assertThat(weights).hasBinaryContent(changed);
    assertThat(progress.messages())
        .anyMatch(line -> line.startsWith(model + " is not the checkpoint of the report"));
    Files.write(weights, whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.html", "report.md", "metrics.csv", "history.csv"})
  void aReadableFileThatHasGoneIsWrittenAgain(String name) throws IOException {
    byte[] before = Files.readAllBytes(run.directory().resolve(name));
    Files.delete(run.directory().resolve(name));

    RunResult again = TinyWorld.run(world.request(out));

    assertThat(again.reused()).isTrue();
    assertThat(run.directory().resolve(name)).hasBinaryContent(before);
  }

  @Test
  void whatKilledProcessesLeftIsSweptWhenTheNextRunStarts() throws IOException {
    Path report = Files.createFile(run.directory().resolve("report.html.12345.tmp"));
    Path result = Files.createFile(out.resolve(".cache/results/aa.json.12345.tmp"));
    Path hashes = Files.createFile(out.resolve(".cache/file-hashes.json.12345.tmp"));

    TinyWorld.run(world.request(out));

    assertThat(report).doesNotExist();
    assertThat(result).doesNotExist();
    assertThat(hashes).doesNotExist();
  }
}
