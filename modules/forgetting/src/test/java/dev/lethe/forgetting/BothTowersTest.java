package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.panel.CurvePanel;
import dev.lethe.api.panel.MapPanel;
import dev.lethe.api.panel.Panel;
import dev.lethe.api.panel.PicturesPanel;
import dev.lethe.api.panel.TablePanel;
import dev.lethe.api.panel.TextPanel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunResult;
import dev.lethe.report.Report;
import dev.lethe.report.ReportForm;
import dev.lethe.testkit.TestRunContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name and a face forgotten in one run: the text tower first, then the image tower. */
class BothTowersTest {
  private static final String BOTH =
      "defense=[{strategy: text-backdoor, settings: {steps: 3, clean-batch: 8, backdoor-batch: 8}}, {strategy: erase}]";
  private static final String BACKDOORS =
      "defense=[{strategy: text-backdoor, settings: {steps: 3, clean-batch: 8, backdoor-batch: 8}}, {strategy: image-backdoor, settings: {steps: 3, clean-batch: 8, backdoor-batch: 8, retained-batch: 2}}]";
  private static final String MEASURED =
      "evaluations={witness: {}, similarity: {}, collateral: {}}";
  private static final String SHOWN =
      "defense={strategy: witness, settings: {needs: request_pictures}}";

  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
  }

  @Test
  void theModelThatIsMeasuredForgetsByBothOfItsTowers(@TempDir Path out) {
    RunResult done = run(world.request(out, arguments(BOTH)));

    assertThat(changed(done.directory(), true)).isNotEmpty();
    assertThat(changed(done.directory(), false)).isNotEmpty();
    assertThat(done.report().metrics().after())
        .containsEntry("witness.backdoors", 4.0)
        .containsKeys("idia.tpr", "similarity.backdoor", "collateral.wrongly-forgotten");
    assertThat(TinyWorld.facts(done.report()).defense())
        .extracting(defense -> defense.strategy())
        .containsExactly("text-backdoor", "erase");
    assertThat(done.report().limits().limits())
        .extracting(limit -> limit.title())
        .doesNotContain("The face is still known.");
  }

  @Test
  void namesAndFacesAreTrainedAwayInOneRun(@TempDir Path out) {
    RunResult done =
        run(
            world.request(
                out,
                arguments(
                    BACKDOORS, "retain={count: 2}", "people.images=2", "report={pictures: true}")));

    assertThat(changed(done.directory(), true)).isNotEmpty();
    assertThat(changed(done.directory(), false)).isNotEmpty();
    assertThat(done.report().metrics().after())
        .containsEntry("witness.backdoors", 4.0)
        .containsEntry("witness.retained", 2.0)
        .containsKey("collateral.wrongly-forgotten.not-retained");
    assertThat(TinyWorld.panels(done.report(), CurvePanel.class))
        .extracting(CurvePanel::title)
        .containsExactly("text-backdoor", "image-backdoor");
    assertThat(TinyWorld.panels(done.report(), MapPanel.class)).hasSize(2);
    assertThat(TinyWorld.panels(done.report(), PicturesPanel.class).get(0).pictures())
        .extracting(PicturesPanel.Shown::name)
        .containsExactlyInAnyOrder("Ada Byron", "Bo Diddle");
    assertThat(done.report().limits().limits())
        .extracting(limit -> limit.title())
        .doesNotContain("The face is still known.", "The name is still known.");
  }

  @Test
  void theReportPutsNamesAndFacesSideBySide(@TempDir Path out) {
    Report report = run(world.request(out, arguments(BOTH))).report();

    assertThat(TinyWorld.panels(report, MapPanel.class))
        .extracting(MapPanel::title)
        .containsExactly("Where the names lie", "Where the faces lie");
    MapPanel faces = TinyWorld.panels(report, MapPanel.class).get(1);
    assertThat(faces.series().get(0).points())
        .extracting(MapPanel.Point::label)
        .containsExactly("Ada Byron", "Bo Diddle");
    assertThat(faces.series().get(0).points())
        .anySatisfy(point -> assertThat(point.after()).isNotEqualTo(point.before()));
    assertThat(TinyWorld.panels(report, CurvePanel.class))
        .extracting(CurvePanel::title)
        .containsExactly("text-backdoor");
    assertThat(TinyWorld.panels(report, TextPanel.class))
        .extracting(Panel::title)
        .contains("erase");
    assertThat(TinyWorld.panels(report, TablePanel.class).toString())
        .contains("pictures of Ada Byron", "Bo Diddle");
  }

  @Test
  void theTextTowerAloneHasAMapOfNamesAlone(@TempDir Path out) {
    Report report = run(world.request(out)).report();
    assertThat(TinyWorld.panels(report, MapPanel.class))
        .extracting(MapPanel::title)
        .containsExactly("Where the names lie");
    assertThat(report.limits().limits())
        .extracting(limit -> limit.title())
        .contains("The face is still known.");
  }

  @Test
  void picturesAreShownOnlyWhereSomebodyAsksAndNeverInARedactedReport(@TempDir Path out)
      throws Exception {
    String[] asked = arguments(SHOWN, "report={pictures: true}");

    RunResult plain = run(world.request(out, arguments(SHOWN)));
    RunResult shown = run(world.request(out, asked));
    RunResult redacted = run(world.redacted(out, asked));

    assertThat(TinyWorld.panels(plain.report(), PicturesPanel.class)).isEmpty();
    assertThat(ReportForm.PAGE.render(plain.report())).doesNotContain("<img");
    assertThat(TinyWorld.panels(shown.report(), PicturesPanel.class))
        .singleElement()
        .satisfies(
            panel ->
                assertThat(panel.pictures())
                    .extracting(PicturesPanel.Shown::name)
                    .containsExactly("Ada Byron", "Bo Diddle"));
    assertThat(Files.readString(shown.directory().resolve("report.html"))).contains("<img");
    assertThat(TinyWorld.read(shown.directory())).isEqualTo(shown.report());
    assertThat(TinyWorld.panels(redacted.report(), PicturesPanel.class)).isEmpty();
    for (Path file : TinyWorld.files(redacted.directory())) {
      if (file.toString().matches(".*\\.(html|json|md)")) {
        assertThat(Files.readString(file)).doesNotContain("<img", "\"kind\" : \"pictures\"");
      }
    }
  }

  /** The authors paste faces of 56 to 112 pixels, and this model reads far smaller pictures. */
  @Test
  void aModelThatAStrategyCannotWorkOnIsRefusedBeforeItIsAttacked(@TempDir Path out) {
    RunRequest request =
        world.request(
            out,
            arguments(
                "defense={strategy: image-backdoor, settings: {form: faithful, backdoor-batch: 8}}"));

    assertThatThrownBy(() -> run(request))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("form: faithful pastes faces of 56 to 112 pixels, which do not fit");
    assertThat(out.resolve(".cache/results")).doesNotExist();
  }

  private static String[] arguments(String defense, String... more) {
    return Stream.concat(Stream.of(defense, MEASURED, "images={source: drawn}"), Stream.of(more))
        .toArray(String[]::new);
  }

  /** Returns the names of the parameters of one tower that are not as they were. */
  private static List<String> changed(Path run, boolean text) {
    try (TestRunContext context = new TestRunContext(0);
        RunExtensions extensions = TinyWorld.extensions().open(context);
        VisionLanguageModel before = world.model(context.manager(), extensions);
        VisionLanguageModel after =
            TinyWorld.model(run.resolve("model"), context.manager(), extensions)) {
      ParameterSet one = (text ? before.text() : before.image()).parameters();
      ParameterSet other = (text ? after.text() : after.image()).parameters();
      return one.list().stream()
          .map(parameter -> parameter.info().name())
          .filter(name -> !one.get(name).contentEquals(other.get(name)))
          .toList();
    }
  }

  private static RunResult run(RunRequest request) {
    try (ExperimentPlan plan =
        TinyWorld.experiments(
                TinyWorld.extensionsAnd(
                    List.of(OtherMethodsTest.OtherModule::new, Witness.WitnessModule::new)))
            .plan(request, Progress.silent())) {
      return plan.run();
    }
  }
}
