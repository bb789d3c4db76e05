package dev.lethe.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.CancelledException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.experiment.report.Report;
import dev.lethe.io.Folders;
import dev.lethe.testkit.TinyPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionTest {
  /** Keys and values of reports, names of methods, signs, and names that are hard to compare. */
  private static final List<String> AWKWARD =
      List.of(
          "X",
          "a",
          "Model",
          "Before",
          "Member",
          "People",
          "null",
          "idia",
          "text-backdoor",
          "lethe.report/1",
          "fp32",
          "Human",
          "\"",
          "\\",
          "=1+1",
          "'t Hooft",
          "A.*B(",
          "Ada",
          "Byron",
          "Ada Byron King",
          "İrem Kaya",
          "Zoe\u0308 Mu\u0308ller",
          "O'Hara");

  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() throws IOException {
    world = new TinyWorld(folder);
    world.write("awkward.txt", String.join("\n", AWKWARD));
    world.write(
        "ada-byron/Zoë_Müller (İREM KAYA).txt", Files.readString(world.path("captions.txt")));
    new TinyPicture(TinyPicture.Shape.DISC, 0x336699)
        .write(world.path("odd/İrem_Kaya/o&#39;hara.png"));
    for (String person : TinyWorld.PEOPLE) {
      for (int i = 0; i < 2; i++) {
        new TinyPicture(TinyPicture.Shape.values()[i], 0x111111 * (person.length() + i))
            .write(world.path("odd/%s/%d.png".formatted(person.replace(' ', '_'), i)));
      }
    }
  }

  @Test
  void aRedactedRunWritesNoNameExceptIntoItsKey(@TempDir Path out) throws IOException {
    RunResult result = TinyWorld.run(world.redacted(out));

    Path secrets = result.directory().resolve("private");
    assertThat(secrets.resolve("redaction-key.csv")).content().contains("Ada Byron");
    requireNoNames(out, secrets, TinyWorld.PEOPLE);
    assertThat(result.report().people()).hasSameSizeAs(TinyWorld.PEOPLE);
    assertThat(result.report().forgotten())
        .hasSize(2)
        .allMatch(name -> name.matches("Person \\w{6}"));
  }

  @Test
  void aRedactedRunMeasuresTheSameAndCanBeVerifiedWithItsKey(@TempDir Path out) {
    RunResult redacted = TinyWorld.run(world.redacted(out));
    RunResult plain = TinyWorld.run(world.request(out));

    assertThat(redacted.report().metrics()).isEqualTo(plain.report().metrics());
    assertThat(redacted.directory()).isNotEqualTo(plain.directory());
    Verification verification =
        TinyWorld.experiments().verify(redacted.directory(), Progress.silent());
    assertThat(verification.differences()).isEqualTo(List.of());
  }

  @Test
  void whateverTheNamesAreTheReportIsReadAgainAndHoldsNone(@TempDir Path out) throws IOException {
    RunResult result = TinyWorld.run(awkward(out));

    Path directory = result.directory();
    Experiments experiments = TinyWorld.experiments();
    Report report = experiments.read(directory);
    assertThat(report).isEqualTo(result.report());
    assertThat(report.schema()).isEqualTo(Report.SCHEMA);
    assertThat(report.attack()).isEqualTo("idia");
    assertThat(report.people()).hasSize(7);
    assertThat(report.people().keySet()).allMatch(name -> name.matches("Person \\w{6}"));
    assertThat(experiments.report(directory, out.resolve("again"))).allMatch(Files::isRegularFile);
    assertThat(experiments.list(out)).allMatch(run -> run.problem() == null);
    assertThat(experiments.verify(directory, Progress.silent()).differences()).isEmpty();

    List<String> distinctive = new ArrayList<>(TinyWorld.PEOPLE);
    distinctive.addAll(List.of("Ada Byron King", "İrem Kaya", "Zoë Müller", "O'Hara", "'t Hooft"));
    requireNoNames(directory, directory.resolve("private"), distinctive);
  }

  @Test
  void aRedactedRunThatIsStoppedHidesItsNamesFromOthersAndGoesOn(@TempDir Path out)
      throws IOException {
    assertThatThrownBy(() -> TinyWorld.run(world.redacted(out), stoppingInTraining()))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    Path run =
        Folders.list(out).stream()
            .filter(each -> !each.endsWith(".cache"))
            .findFirst()
            .orElseThrow();
    Path secrets = Folders.list(run).get(0).resolve("private");
    assertThat(Files.getPosixFilePermissions(secrets))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    requireNoNames(out, secrets, TinyWorld.PEOPLE);

    RunResult result = TinyWorld.run(world.redacted(out));

    assertThat(result.directory().resolve("private/work")).doesNotExist();
    assertThat(result.report().metrics())
        .isEqualTo(TinyWorld.run(world.request(out)).report().metrics());
  }

  @Test
  void withoutItsKeyARedactedRunIsNotVerifiedAndTheKeyIsNamed(@TempDir Path out)
      throws IOException {
    Path directory = TinyWorld.run(world.redacted(out)).directory();
    Path key = directory.resolve("private/redaction-key.csv");
    Experiments experiments = TinyWorld.experiments();

    Files.writeString(key, "pseudonym,name\n\"half a li");
    assertThatThrownBy(() -> experiments.verify(directory, Progress.silent()))
        .hasMessageStartingWith(key + " is damaged");
    Folders.remove(directory.resolve("private"));
    assertThatThrownBy(() -> experiments.verify(directory, Progress.silent()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("the names cannot be known again without");
  }

  @Test
  void aRedactedRunThatIsMadeAgainKeepsItsPseudonyms(@TempDir Path out) {
    RunResult first = TinyWorld.run(awkward(out));
    Folders.remove(first.directory().resolve("model"));

    RunResult second = TinyWorld.run(awkward(out));

    assertThat(second.reused()).isFalse();
    assertThat(second.report().people()).isEqualTo(first.report().people());
  }

  private static RunRequest awkward(Path out) {
    return world.redacted(
        out,
        "candidates.file=" + world.path("awkward.txt"),
        "captions.path='" + world.path("ada-byron/Zoë_Müller (İREM KAYA).txt") + "'",
        "people.source=folders",
        "people.path=" + world.path("odd"));
  }

  private static void requireNoNames(Path root, Path except, List<String> names)
      throws IOException {
    List<Path> files = TinyWorld.files(root);
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      if (!file.startsWith(except)) {
        String content = plain(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        for (String name : names) {
          assertThat(content).as("%s in %s", name, file).doesNotContain(plain(name));
        }
      }
    }
  }

  /** Whatever a name looks like: small letters alone, without accents and what stands between. */
  private static String plain(String text) {
    return Normalizer.normalize(text.replace("&#39;", "'"), Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static Progress stoppingInTraining() {
    return new Progress() {
      @Override
      public Task begin(String name, long total) {
        if (name.equals("reading the defended model")) {
          Thread.currentThread().interrupt();
        }
        return Progress.silent().begin(name, total);
      }

      @Override
      public void message(String line) {}
    };
  }
}
