package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunResult;
import dev.lethe.testkit.TinyPicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strategies and evaluations that work on pictures are given. */
class PictureDataTest {
  private static final String WITNESS = "defense={strategy: witness}";
  private static final String IMAGES = "images={source: drawn, held-out: 0.2}";
  private static final String HALF = "people.split=attack-half";
  private static final String MEASURED = "evaluations={witness: {}, collateral: {}}";

  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
    for (String person : TinyWorld.PEOPLE) {
      String group = TinyWorld.PEOPLE.indexOf(person) % 2 == 0 ? "actors" : "actresses";
      for (int i = 0; i < 3; i++) {
        new TinyPicture(TinyPicture.Shape.DISC, 0x102030 + 0x111111 * i)
            .write(
                world.path(
                    "people/%s/faces/%s/%d.png".formatted(group, person.replace(' ', '_'), i)));
      }
    }
  }

  @Test
  void aStrategyGetsWhatItRequires(@TempDir Path out) {
    RunResult done = run(out, WITNESS, IMAGES, "retain={count: 2}", "people.images=2", MEASURED);
    List<String> given = given(done);

    assertThat(given).contains("captions 0");
    assertThat(line(given, "images").split(",")).hasSize(16);
    assertThat(lines(given, "request")).hasSize(2).allMatch(line -> pictures(line).size() == 1);
    assertThat(lines(given, "people")).hasSize(6).allMatch(line -> pictures(line).size() == 1);
    assertThat(lines(given, "attacked")).hasSize(6).allMatch(line -> pictures(line).size() == 2);
    assertThat(lines(given, "retained"))
        .hasSize(2)
        .allMatch(line -> pictures(line).size() == 1)
        .noneMatch(line -> line.contains("Ada Byron") || line.contains("Bo Diddle"));
    assertThat(lines(given, "people").stream().flatMap(line -> pictures(line).stream()))
        .doesNotContainAnyElementsOf(
            lines(given, "attacked").stream().flatMap(line -> pictures(line).stream()).toList());
    assertThat(done.report().metrics().after())
        .containsEntry("witness.images", 4.0)
        .containsEntry("witness.people", 6.0)
        .containsEntry("witness.captions", 0.0)
        .containsEntry("witness.backdoors", 2.0)
        .containsEntry("witness.retained", 2.0)
        .containsKey("collateral.wrongly-forgotten.not-retained");
    assertThat(done.report().provenance().data()).containsEntry("images", "drawn 20");
  }

  @Test
  void nothingIsGivenThatIsNotRequired(@TempDir Path out) {
    RunResult done =
        run(
            out,
            "defense={strategy: witness, settings: {needs: people}}",
            IMAGES,
            "retain={count: 2}",
            "evaluations=");
    List<String> given = given(done);

    assertThat(given).contains("captions 0", "images []", "request Ada Byron[]");
    assertThat(lines(given, "people")).hasSize(6);
    assertThat(lines(given, "retained")).isEmpty();
    assertThat(lines(given, "attacked")).isEmpty();
    assertThat(done.report().config()).doesNotContainKeys("images", "retain", "captions");
    assertThat(done.report().notes())
        .contains("retain is not used: no method asks for people to retain");
  }

  @Test
  void cropsComeFromPhotographsThatNoAttackUses(@TempDir Path out) {
    List<String> given =
        given(run(out, WITNESS, IMAGES, faces("by-photograph"), "retain={count: 1}", HALF));

    List<String> left =
        lines(given, "people").stream().filter(line -> line.contains("Ada Byron")).toList();
    List<String> crops =
        lines(given, "request").stream().filter(line -> line.contains("Ada Byron")).toList();
    assertThat(pictures(crops.get(0)))
        .isNotEmpty()
        .allMatch(name -> name.contains("/faces/"))
        .containsExactlyElementsOf(
            pictures(left.get(0)).stream().map(n -> n.replace("/images/", "/faces/")).toList());
    assertThat(lines(given, "retained")).singleElement().asString().contains("/faces/");
    assertThat(lines(given, "attacked")).noneMatch(line -> line.contains("/faces/"));
  }

  @Test
  void cropsCanBeSplitOnTheirOwn(@TempDir Path out) {
    List<String> given =
        given(run(out, WITNESS, IMAGES, faces("independent"), "retain={count: 1}", HALF));
    assertThat(lines(given, "request")).allMatch(line -> line.contains("/faces/"));
  }

  @Test
  void whatIsNeededAndNotConfiguredIsSaidBeforeTheRun(@TempDir Path out) {
    refused(out, WITNESS, "retain={count: 1}").hasMessageContaining("images");
    refused(out, WITNESS, IMAGES).hasMessageContaining("retain");
    refused(out, WITNESS, IMAGES, "retain={count: 5}")
        .hasMessageContaining("retain.count must be between 1 and 4 (got 5)");
    refused(out, WITNESS, IMAGES, "retain={count: 1, path: x}")
        .hasMessageContaining("retain.path is not a known setting");
    refused(out, WITNESS, IMAGES, "retain={count: 1, source: folders}")
        .hasMessageContaining("source cannot be given together with count");
    refused(out, WITNESS, IMAGES, "retain={source: folders, path: '%s'}".formatted(photographs()))
        .hasMessageContaining("retain holds 'Ada Byron', who is to be forgotten");
    refused(out, WITNESS, "images={source: drawn, cuont: 3}", "retain={count: 1}")
        .hasMessageContaining("images.cuont is not a known setting: did you mean 'count'?");
    refused(out, WITNESS, IMAGES, "retain={count: 1}", "people.path=", "attacks=", "evaluations=")
        .hasMessageContaining("people.path");
  }

  @Test
  void somebodyWithoutACropThatADefenseMayHaveIsNamedBeforeTheRun(@TempDir Path out)
      throws IOException {
    Path crops = out.resolve("crops");
    new TinyPicture(TinyPicture.Shape.DISC, 1).write(crops.resolve("Ada_Byron/0.png"));
    new TinyPicture(TinyPicture.Shape.DISC, 2).write(crops.resolve("Bo_Diddle/7.png"));
    String faces = "faces={source: folders, path: '%s'}".formatted(crops);
    String needs = "defense={strategy: witness, settings: {needs: request_pictures}}";

    refused(out, needs, faces)
        .hasMessageContaining(
            "forget names 'Bo Diddle', of whom there are no crops that a defense may have, which witness needs: add them to faces or leave the name out");
    try (ExperimentPlan plan = plan(out, needs, faces, "forget={count: 1}")) {
      assertThat(plan.warnings())
          .anyMatch(
              line ->
                  line.startsWith("5 people under test cannot be drawn for forget.count, since a"));
    }
  }

  @Test
  void aRedactedReportTellsOfItsDataWhatTellsNobody(@TempDir Path out) {
    RunRequest request =
        world.redacted(out, WITNESS, IMAGES, faces("by-photograph"), "retain={count: 2}", HALF);
    RunResult done;
    try (ExperimentPlan plan = plan(request)) {
      done = plan.run();
    }
    assertThat(done.report().config())
        .containsEntry("images", Map.of("source", "drawn", "held-out", 0.2))
        .containsEntry(
            "faces", Map.of("source", "facescrub", "split", "by-photograph", "photos", "faces"))
        .containsEntry("retain", Map.of("count", 2));
    assertThat(done.report().toString()).doesNotContain(TinyWorld.PEOPLE);
  }

  @Test
  void otherPicturesMakeAnotherRun(@TempDir Path out) {
    List<String> fingerprints = new ArrayList<>();
    for (List<String> more :
        List.of(
            List.of("images.count=20"),
            List.of("images.count=21"),
            List.of("retain.count=1"),
            List.of("faces={path: '%s', photos: faces}".formatted(world.path("people"))))) {
      List<String> all = new ArrayList<>(List.of(WITNESS, IMAGES, "retain={count: 2}"));
      all.addAll(more);
      try (ExperimentPlan plan = plan(out, all.toArray(String[]::new))) {
        fingerprints.add(plan.directory().toString());
      }
    }
    assertThat(fingerprints).doesNotHaveDuplicates();
  }

  private static String photographs() {
    return world.path("people/actors/images").toString();
  }

  private static String faces(String split) {
    return "faces={path: '%s', photos: faces, split: %s}".formatted(world.path("people"), split);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      Path out, String... overrides) {
    return assertThatThrownBy(() -> plan(out, overrides).close())
        .isInstanceOf(LetheException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private static RunResult run(Path out, String... overrides) {
    try (ExperimentPlan plan = plan(out, overrides)) {
      return plan.run();
    }
  }

  private static ExperimentPlan plan(Path out, String... overrides) {
    return plan(world.request(out, overrides));
  }

  private static ExperimentPlan plan(RunRequest request) {
    return TinyWorld.experiments(TinyWorld.extensionsAnd(List.of(Witness.WitnessModule::new)))
        .plan(request, Progress.silent());
  }

  private static List<String> given(RunResult done) {
    try {
      return Files.readAllLines(done.directory().resolve("artifacts/1-witness/given/given.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(List<String> given, String what) {
    return given.stream().filter(line -> line.startsWith(what + " ")).toList();
  }

  private static String line(List<String> given, String what) {
    return lines(given, what).get(0);
  }

  private static List<String> pictures(String line) {
    String list = line.substring(line.indexOf('[') + 1, line.length() - 1);
    return list.isEmpty() ? List.of() : List.of(list.split(", "));
  }
}
