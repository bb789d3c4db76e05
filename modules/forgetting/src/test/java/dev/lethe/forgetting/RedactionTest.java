package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.lethe.api.CancelledException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.Integrity;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunResult;
import dev.lethe.engine.StoredRun;
import dev.lethe.io.Folders;
import dev.lethe.io.json.Json;
import dev.lethe.report.Metrics;
import dev.lethe.report.Report;
import dev.lethe.report.requirement.Check;
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
import java.util.Map;
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
  void aRedactedRunWritesNoNameExceptIntoItsUsersFolder(@TempDir Path out) throws IOException {
    RunResult result = TinyWorld.run(world.redacted(out, "name=ada-byron"));

    requireNoNames(out, TinyWorld.PEOPLE);
    assertThat(TinyWorld.facts(result.report()).people()).hasSameSizeAs(TinyWorld.PEOPLE);
    assertThat(TinyWorld.facts(result.report()).forgotten())
        .hasSize(2)
        .allMatch(name -> name.matches("Person \\w{6}"));
    assertThat(TinyWorld.pseudonyms(result.directory()))
        .containsValues(TinyWorld.PEOPLE.toArray(String[]::new));
    Path key = TinyWorld.key(result.directory());
    assertThat(Files.getPosixFilePermissions(key))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    for (Path file : TinyWorld.files(key)) {
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void whatIsRequiredIsRequiredOfTheMeasuresBeforeTheyAreRounded(@TempDir Path out) {
    RunRequest request = world.redacted(out).requiring(List.of("similarity.clean>=1"));
    for (boolean reused : List.of(false, true)) {
      RunResult result = TinyWorld.run(request);
      assertThat(result.reused()).isEqualTo(reused);
      assertThat(result.report().metrics().after()).containsEntry("similarity.clean", 1.0);
      assertThat(result.requirements().checks()).extracting(Check::holds).containsExactly(false);
      assertThat(result.requirements().checks()).extracting(Check::value).containsExactly(1.0);
    }
  }

  @Test
  void aRedactedRunMeasuresTheSameAndCanBeVerifiedWithItsKey(@TempDir Path out) {
    RunResult redacted = TinyWorld.run(world.redacted(out));
    RunResult plain = TinyWorld.run(world.request(out));

    Report named = TinyWorld.read(TinyWorld.key(redacted.directory()));
    assertThat(named.metrics()).isEqualTo(plain.report().metrics());
    assertThat(TinyWorld.facts(named).people()).isEqualTo(TinyWorld.facts(plain.report()).people());
    assertThat(redacted.report().metrics().after())
        .containsEntry("similarity.clean", 1.0)
        .containsOnlyKeys(
            plain.report().metrics().after().keySet().stream()
                .filter(name -> !Metrics.isCount(name)) // tells how many people there were
                .toList());
    Experiments experiments = TinyWorld.experiments();
    assertThat(experiments.verify(redacted.directory(), Progress.silent()).differences()).isEmpty();
    assertThat(TinyWorld.run(world.redacted(out)).reused()).isTrue();
  }

  @Test
  void theSettingsThatTellNobodyStay(@TempDir Path out) {
    Map<String, Object> config = TinyWorld.run(world.redacted(out)).report().config();

    assertThat(config)
        .containsEntry("name", "redacted")
        .doesNotContainKeys("forget", "seed")
        .extractingByKey("people")
        .isEqualTo(Map.of("source", "facescrub"));
    assertThat(config.get("defense").toString())
        .contains("strategy=text-backdoor", "steps=3", "weight-norm")
        .doesNotContain("target");
  }

  @Test
  void whateverTheNamesAreTheReportIsReadAgainAndHoldsNone(@TempDir Path out) throws IOException {
    RunResult result = TinyWorld.run(awkward(out));

    Path directory = result.directory();
    Experiments experiments = TinyWorld.experiments();
    Report report = experiments.read(directory);
    assertThat(report).isEqualTo(result.report());
    assertThat(report.schema()).isEqualTo(Report.SCHEMA);
    assertThat(TinyWorld.facts(report).attack()).isEqualTo("idia");
    assertThat(TinyWorld.facts(report).people()).hasSize(7);
    assertThat(TinyWorld.facts(report).people().keySet())
        .allMatch(name -> name.matches("Person \\w{6}"));
    assertThat(experiments.report(directory, out.resolve("again"))).allMatch(Files::isRegularFile);
    assertThat(experiments.list(out)).allMatch(run -> run.problem() == null);
    assertThat(experiments.verify(directory, Progress.silent()).differences()).isEmpty();

    List<String> distinctive = new ArrayList<>(TinyWorld.PEOPLE);
    distinctive.addAll(List.of("Ada Byron King", "İrem Kaya", "Zoë Müller", "O'Hara", "'t Hooft"));
    requireNoNames(out, distinctive);
  }

  @Test
  void aRedactedRunThatIsStoppedHidesItsNamesFromOthersAndGoesOn(@TempDir Path out)
      throws IOException {
    assertThatThrownBy(() -> TinyWorld.run(world.redacted(out), stoppingInTraining()))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    Path run = Folders.list(out.resolve("redacted")).get(0);
    assertThat(TinyWorld.key(run).resolve("work")).isNotEmptyDirectory();
    requireNoNames(out, TinyWorld.PEOPLE);

    RunResult result = TinyWorld.run(world.redacted(out));

    assertThat(TinyWorld.key(result.directory()).resolve("work")).doesNotExist();
    assertThat(TinyWorld.read(TinyWorld.key(result.directory())).metrics())
        .isEqualTo(TinyWorld.run(world.request(out)).report().metrics());
  }

  @Test
  void withoutItsKeyARedactedRunIsNotAttackedAgainAndTheKeyIsNamed(@TempDir Path out)
      throws IOException {
    Path directory = TinyWorld.run(world.redacted(out)).directory();
    Path key = TinyWorld.key(directory);
    Experiments experiments = TinyWorld.experiments();

    Files.writeString(key.resolve("report.json"), "{ half a rep");
    assertThatThrownBy(() -> experiments.verify(directory, Progress.silent()))
        .hasMessageStartingWith(key.resolve("report.json") + " is damaged");
    Folders.remove(key);
    assertThatThrownBy(() -> experiments.verify(directory, Progress.silent()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("the names cannot be known again without " + key);
    Files.delete(directory.resolve("redaction-key"));
    assertThatThrownBy(() -> experiments.verify(directory, Progress.silent()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("the names cannot be known again without");
  }

  @Test
  void theFilesOfARedactedRunAreCheckedAndWithoutItsKeyAllButTheCheckpoint(@TempDir Path out)
      throws IOException {
    Path directory = TinyWorld.run(world.redacted(out)).directory();
    Experiments experiments = TinyWorld.experiments();
    assertThat(experiments.check(directory, Progress.silent()).isIntact()).isTrue();

    Path weights = directory.resolve("model/open_clip_model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    Files.writeString(directory.resolve("report.md"), "Somebody else.");
    assertThat(experiments.check(directory, Progress.silent()).changed())
        .containsExactlyInAnyOrder("report.md", "model/open_clip_model.safetensors");

    Folders.remove(TinyWorld.key(directory));
    Integrity without = experiments.check(directory, Progress.silent());
    assertThat(without.changed()).containsExactly("report.md");
    assertThat(without.unchecked()).contains("model/open_clip_model.safetensors");
    assertThat(without.extra()).isEmpty();
  }

  @Test
  void aRunThatAnOlderVersionRedactedIsVerifiedWithTheKeyInsideIt(@TempDir Path out)
      throws IOException {
    Path directory = TinyWorld.run(world.redacted(out)).directory();
    Path key = TinyWorld.key(directory);
    Map<String, String> pseudonyms = TinyWorld.pseudonyms(directory);
    Files.delete(directory.resolve("redaction-key"));
    Path inside = Files.createDirectory(directory.resolve("private"));
    Files.copy(key.resolve("redaction-key.csv"), inside.resolve("redaction-key.csv"));
    Report named = TinyWorld.read(key);
    Files.writeString(inside.resolve("config.json"), Json.pretty(named.config()));
    String old = FirstSchemaText.of(named);
    for (Map.Entry<String, String> each : pseudonyms.entrySet()) {
      old = old.replace("\"" + each.getValue() + "\"", "\"" + each.getKey() + "\"");
    }
    Files.writeString(directory.resolve("report.json"), old);

    assertThat(TinyWorld.experiments().verify(directory, Progress.silent()).differences())
        .isEmpty();
  }

  @Test
  void aRedactedRunThatIsMadeAgainKeepsItsPseudonyms(@TempDir Path out) {
    RunResult first = TinyWorld.run(awkward(out));
    Folders.remove(first.directory().resolve("model"));

    RunResult second = TinyWorld.run(awkward(out));

    assertThat(second.reused()).isFalse();
    assertThat(TinyWorld.facts(second.report()).people())
        .isEqualTo(TinyWorld.facts(first.report()).people());
  }

  @Test
  void theKeyOfARedactedRunThatIsRemovedStaysForItsCopiesUnlessItIsToGo(@TempDir Path out)
      throws IOException {
    Experiments experiments = TinyWorld.experiments();
    Path directory = TinyWorld.run(world.redacted(out)).directory();
    Path key = TinyWorld.key(directory);
    Path copy = out.resolve("copies/redacted").resolve(directory.getFileName());
    for (Path file : Folders.files(directory)) {
      Path to = copy.resolve(directory.relativize(file));
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
    }

    StoredRun run = experiments.list(out).get(0);
    assertThat(experiments.consequences(run, false))
        .singleElement(STRING)
        .contains("its key stays (" + key + ")", "--with-key");
    experiments.remove(run, false);
    assertThat(directory).doesNotExist();
    assertThat(experiments.verify(copy, Progress.silent()).differences()).isEmpty();

    StoredRun copied = experiments.find(out, copy.toString());
    assertThat(experiments.consequences(copied, true))
        .singleElement(STRING)
        .contains("its key goes too (" + key + ")", "nor verify the checkpoint of a copy");
    experiments.remove(copied, true);
    assertThat(key).doesNotExist();
  }

  @Test
  void whatARedactedRunThatHasNotFinishedKeepsInItsKeyGoesWithIt(@TempDir Path out) {
    assertThatThrownBy(() -> TinyWorld.run(world.redacted(out), stoppingInTraining()))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    Experiments experiments = TinyWorld.experiments();
    StoredRun run = experiments.list(out).get(0);
    Path key = TinyWorld.key(run.directory());

    experiments.remove(run, false);

    assertThat(key).doesNotExist();
  }

  @Test
  void peopleWhoAreDrawnBySeedCanBeDrawnAgainWhichIsSaid(@TempDir Path out) {
    try (ExperimentPlan plan =
        TinyWorld.experiments().plan(world.redacted(out, "forget={count: 1}"), Progress.silent())) {
      assertThat(plan.warnings()).anyMatch(note -> note.contains("can draw the same people"));
    }
  }

  private static RunRequest awkward(Path out) {
    return world.redacted(
        out,
        "candidates.file=" + world.path("awkward.txt"),
        "captions.path='" + world.path("ada-byron/Zoë_Müller (İREM KAYA).txt") + "'",
        "people.source=folders",
        "people.path=" + world.path("odd"));
  }

  /** Requires that neither the files below a folder nor their paths hold a name. */
  private static void requireNoNames(Path root, List<String> names) throws IOException {
    List<Path> files = TinyWorld.files(root);
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      String content =
          plain(
              root.relativize(file) + new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      for (String name : names) {
        assertThat(content).as("%s in %s", name, file).doesNotContain(plain(name));
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
