package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.engine.Build;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.Integrity;
import dev.lethe.io.Folders;
import dev.lethe.testkit.InProcessExtensions;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy of a finished run, far from the model, the photographs and the plugins that it needed. */
class IntegrityTest {
  @TempDir static Path folder;
  @TempDir static Path out;
  static Path original;

  @TempDir Path elsewhere;
  private final Experiments experiments =
      Experiments.of(
          new InProcessExtensions(List.of()),
          new Build("0.1.0", "abc1234"),
          Path.of("target/nobody"));
  private Path run;

  @BeforeAll
  static void makeRun() {
    original = TinyWorld.run(new TinyWorld(folder).request(out)).directory();
  }

  @BeforeEach
  void copyRun() throws IOException {
    run = elsewhere.resolve("run");
    copy(original, run);
  }

  @Test
  void aRunIsIntactWhereverItsFolderLies() {
    Integrity integrity = check();

    assertThat(integrity.isIntact()).isTrue();
    assertThat(integrity.files()).isEqualTo(TinyWorld.files(run).size() - 1);
  }

  @Test
  void aForgedPageAnotherTimeAndAnotherSettingAreNamed() throws IOException {
    edit("report.html", "</h1>", " Really.</h1>");
    assertThat(check().changed()).containsExactly("report.html");
    edit("report.json", "\"finished\" : \"20", "\"finished\" : \"19");
    assertThat(check().changed()).containsExactlyInAnyOrder("report.html", "report.json");

    copyRun();
    edit("report.json", "\"backdoor-batch\" : 8", "\"backdoor-batch\" : 9");
    assertThat(check().changed()).containsExactly("report.json");
  }

  @Test
  void whateverIsMissingChangedOrExtraIsNamedAtOnce() throws IOException {
    Files.delete(run.resolve("metrics.csv"));
    Files.delete(run.resolve("report.json"));
    Files.writeString(run.resolve("history.csv"), "");
    Path weights = run.resolve("model/open_clip_model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    Files.writeString(run.resolve("model/notes.txt"), "");
    Files.createDirectories(run.resolve("more/of"));
    Files.writeString(run.resolve("more/of/it"), "");

    Integrity integrity = check();

    assertThat(integrity.isIntact()).isFalse();
    assertThat(integrity.missing()).containsExactlyInAnyOrder("metrics.csv", "report.json");
    assertThat(integrity.changed())
        .containsExactlyInAnyOrder("history.csv", "model/open_clip_model.safetensors");
    assertThat(integrity.extra()).containsExactlyInAnyOrder("model/notes.txt", "more/of/it");
  }

  @Test
  void aLinkIsNotTheFileItLeadsTo() throws IOException {
    Path page = run.resolve("report.html");
    Path moved = Files.move(page, elsewhere.resolve("report.html"));
    Files.createSymbolicLink(page, moved);
    Files.createSymbolicLink(run.resolve("link"), elsewhere);

    assertThat(check().changed()).containsExactly("report.html");
    assertThat(check().extra()).containsExactly("link");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theSystemsOwnToolAgrees() throws IOException, InterruptedException {
    assertThat(sha256sum()).isZero();
    edit("report.md", "#", "##");
    assertThat(sha256sum()).isNotZero();
  }

  @Test
  void aRunWithoutManifestSaysWhatThatMeans() throws IOException {
    Files.delete(run.resolve("manifest.json"));

    assertThatThrownBy(this::check)
        .isInstanceOf(LetheException.class)
        .isNotInstanceOf(NotFoundException.class)
        .hasMessageContaining("has no manifest.json")
        .hasMessageContaining("--attack");
    Folders.remove(run);
    assertThatThrownBy(this::check)
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("there is no finished run in " + run);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[1]",
        "{\"schema\" : \"lethe.manifest/2\", \"root-sha256\" : \"00\", \"resources\" : []}",
        "{\"schema\" : \"lethe.manifest/1\", \"root-sha256\" : \"00\", \"resources\" : []}",
        "{\"schema\" : \"lethe.manifest/1\", \"root-sha256\" : \"00\", \"resources\" : [null]}",
        "{\"schema\" : \"lethe.manifest/1\", \"root-sha256\" : \"00\", \"resources\" : [{\"name\" : \"a\","
            + " \"algorithm\" : \"md5\", \"digest\" : \"00\"}]}"
      })
  void aManifestThatWasNotWrittenByLetheIsOneLine(String text) throws IOException {
    Files.writeString(run.resolve("manifest.json"), text);

    assertThatThrownBy(this::check)
        .isInstanceOf(LetheException.class)
        .hasMessageStartingWith(run.resolve("manifest.json") + " is damaged")
        .message()
        .hasLineCount(1);
  }

  @Test
  void anEntryThatSomebodyExchangedContradictsTheRoot() throws IOException {
    String digest = Files.readString(run.resolve("manifest.json")).split("\"digest\" : \"")[1];
    edit("manifest.json", digest.substring(0, 64), "0".repeat(64));

    assertThatThrownBy(this::check).hasMessageContaining("its root is not that of the files");
  }

  @Test
  void reportsAreWrittenBesideARunAndNeverOverIt() throws IOException {
    Path beside = elsewhere.resolve("again");
    assertThat(experiments.report(run, beside)).hasSize(4);
    assertThat(beside.resolve("report.html")).hasSameTextualContentAs(run.resolve("report.html"));

    assertThatThrownBy(() -> experiments.report(run, beside))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is there already");
    for (Path inside : List.of(run, run.resolve("model"), run.resolve("new/folder"))) {
      assertThatThrownBy(() -> experiments.report(run, inside))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("is part of a run");
    }
    assertThat(check().isIntact()).isTrue();
  }

  @Test
  void aRunIsTheSameByWhateverLinkItIsNamed() throws IOException {
    Path link = Files.createSymbolicLink(elsewhere.resolve("latest"), run);

    assertThat(experiments.check(link, Progress.silent()).isIntact()).isTrue();
    edit("report.md", "#", "##");
    assertThat(experiments.check(link, Progress.silent()).changed()).containsExactly("report.md");
    for (Path inside : List.of(link, link.resolve("new/folder"))) {
      assertThatThrownBy(() -> experiments.report(run, inside))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("is part of a run");
    }
    Path model = Files.createSymbolicLink(elsewhere.resolve("model"), run.resolve("model"));
    assertThatThrownBy(() -> experiments.report(run, model.resolve("again")))
        .hasMessageContaining("is part of a run");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theNameOfAKeyIsReadFromARegularFileAlone() throws IOException {
    Files.createSymbolicLink(run.resolve("redaction-key"), Path.of("/dev/zero"));
    assertThatThrownBy(this::check)
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("redaction-key is a device, a pipe or a socket");
    Files.delete(run.resolve("redaction-key"));
    Files.writeString(run.resolve("redaction-key"), "0".repeat(100_000));
    assertThatThrownBy(this::check).hasMessageContaining("has more than 1024 bytes");
  }

  @Test
  void aRunRightBelowTheRootIsAttackedLikeAnyOther() throws IOException {
    try (FileSystem shallow =
        FileSystems.newFileSystem(elsewhere.resolve("run.zip"), Map.of("create", "true"))) {
      Path root = shallow.getPath("/run");
      copy(original, root);

      assertThat(experiments.check(root, Progress.silent()).isIntact()).isTrue();
      assertThatThrownBy(() -> experiments.verify(root, Progress.silent()))
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("is installed");
    }
  }

  private Integrity check() {
    return experiments.check(run, Progress.silent());
  }

  private void edit(String name, String old, String changed) throws IOException {
    String text = Files.readString(run.resolve(name));
    assertThat(text).contains(old);
    Files.writeString(run.resolve(name), text.replace(old, changed));
  }

  private int sha256sum() throws IOException, InterruptedException {
    return new ProcessBuilder("sha256sum", "--check", "--quiet", "SHA256SUMS")
        .directory(run.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static void copy(Path from, Path to) throws IOException {
    Folders.remove(to);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }
}
