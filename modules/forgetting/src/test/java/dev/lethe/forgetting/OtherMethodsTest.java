package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.panel.Panel;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that are not like those of Lethe itself, run through the recipe as it is. */
class OtherMethodsTest {
  private static final String ERASE = "defense={strategy: erase}";
  private static final String CURIOUS = "attacks={curious: {}}";

  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
  }

  @Test
  void aStrategyInClosedFormNeedsNoCaptionsAndGetsThePicturesThatNoAttackUses(@TempDir Path out)
      throws IOException {
    RunResult done =
        run(world.request(out, ERASE, "captions=", "evaluations.similarity=", "people.images=2"));

    assertThat(Files.readAllLines(done.directory().resolve("artifacts/1-erase/given/given.txt")))
        .hasSize(3)
        .startsWith("0 captions");
    assertThat(done.report().metrics().after()).containsKey("idia.tpr");
    assertThat(done.directory().resolve("model")).isDirectory();
  }

  @Test
  void anAttackGetsAllThatItRequiresAndGroupsOfPeople(@TempDir Path out) {
    RunResult done = run(world.request(out, CURIOUS, "evaluations.collateral="));

    assertThat(done.report().metrics().after())
        .containsEntry("curious.captions", 2.0) // those that are held out
        .containsEntry("curious.forgotten", 2.0)
        .containsEntry("curious.members", 4.0)
        .containsEntry("curious.non-members", 2.0);
    assertThat(done.report().chapters())
        .filteredOn(chapter -> chapter.id().startsWith("attacks-"))
        .allSatisfy(
            chapter ->
                assertThat(chapter.panels())
                    .singleElement()
                    .extracting(Panel::title)
                    .isEqualTo("Curiosity"))
        .hasSize(2);
    assertThat(done.report().notes())
        .contains(
            "curious attacks with captions, the original model, candidate names and made-up names");
  }

  @Test
  void anAuditReadsCaptionsForAnAttackThatNeedsThem(@TempDir Path out) {
    RunResult done = run(world.request(out, "defense=", CURIOUS, "evaluations.collateral="));
    assertThat(done.report().metrics().before()).containsEntry("curious.captions", 2.0);
    assertThatThrownBy(() -> plan(world.request(out, "defense=", CURIOUS, "captions=")).close())
        .hasMessageContaining("captions is missing: curious needs captions");
  }

  @Test
  void anAttackThatTakesWhatItDoesNotRequireIsRefused(@TempDir Path out) {
    RunRequest request =
        world.request(
            out, "defense=", "attacks={curious: {says: false}}", "evaluations.collateral=");
    assertThatThrownBy(() -> run(request))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "curious asks for made-up names, which it does not require: its plugin must name NAMES"
                + " in requires()");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAttackGetsGradientsOnlyWhereItRequiresThem(boolean pictures, @TempDir Path out) {
    String attack = "attacks={white-box: {pictures: %s, says: %s}}";
    RunResult done =
        run(
            world.request(
                out, "defense=", attack.formatted(pictures, true), "evaluations.collateral="));
    assertThat(done.report().metrics().before().get("white-box.parameters")).isPositive();
    assertThat(done.report().notes()).contains("white-box attacks with gradients");

    RunRequest silent =
        world.request(
            out, "defense=", attack.formatted(pictures, false), "evaluations.collateral=");
    assertThatThrownBy(() -> run(silent))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "white-box asks for gradients, which it does not require: its plugin must name"
                + " GRADIENTS in requires()");
  }

  @Test
  void aRegularizerForAStrategyThatTakesNoneIsRefused(@TempDir Path out) {
    RunRequest request =
        world.request(out, "defense={strategy: erase, regularizers: {weight-norm: {weight: 1}}}");
    assertThatThrownBy(() -> plan(request))
        .hasMessageContaining(
            "is for a strategy that takes regularizers, but erase takes none: leave it out");
  }

  @Test
  void somebodyWithoutPicturesIsRefusedWhereAStrategyNeedsThem(@TempDir Path out) {
    RunRequest request =
        world.request(out, ERASE, "forget.names=[Gil Evans]", "forget.unknown=allow");
    assertThatThrownBy(() -> plan(request))
        .hasMessageContaining("'Gil Evans', of whom there are no pictures, which erase needs");
  }

  @Test
  void aPlanWarnsWhereADefenseSeesThePicturesThatAttacksUse(@TempDir Path out) {
    try (ExperimentPlan apart = plan(world.request(out, ERASE, "people.images=2"));
        ExperimentPlan same = plan(world.request(out, ERASE))) {
      assertThat(apart.warnings()).noneMatch(line -> line.contains("all pictures of some people"));
      assertThat(same.warnings())
          .anyMatch(line -> line.startsWith("attacks use all pictures of some people"));
    }
  }

  private static RunResult run(RunRequest request) {
    try (ExperimentPlan plan = plan(request)) {
      return plan.run();
    }
  }

  private static ExperimentPlan plan(RunRequest request) {
    return TinyWorld.experiments(TinyWorld.extensionsAnd(List.of(OtherModule::new)))
        .plan(request, Progress.silent());
  }

  static final class OtherModule extends PluginModule {
    @Override
    protected void configure() {
      provide(BackdoorStrategy.class, "erase", Erase.class);
      provide(PrivacyAttack.class, "curious", Curious.class, Curious.CuriousSettings.class);
      provide(PrivacyAttack.class, "white-box", WhiteBox.class, WhiteBox.WhiteBoxSettings.class);
    }
  }
}
