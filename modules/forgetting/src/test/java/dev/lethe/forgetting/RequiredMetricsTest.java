package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunResult;
import dev.lethe.report.Report;
import dev.lethe.report.requirement.Check;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequiredMetricsTest {
  @TempDir static Path folder;
  @TempDir static Path out;
  static TinyWorld world;
  static RunResult run;

  @BeforeAll
  static void makeWorldAndRun() {
    world = new TinyWorld(folder);
    run =
        TinyWorld.run(
            world
                .request(out, "require=[idia.forgotten.tpr<=1]")
                .requiring(List.of("similarity.clean>=2")));
  }

  @Test
  void whatIsRequiredIsWrittenIntoTheReportThoughItDoesNotHold() throws Exception {
    assertThat(run.requirements().checks()).extracting(Check::holds).containsExactly(true, false);
    assertThat(Files.readString(run.directory().resolve("report.md")))
        .contains("Required: idia.forgotten.tpr&lt;=1 holds")
        .contains("Required: similarity.clean&gt;=2 does not hold");
    assertThat(Files.readString(run.directory().resolve("report.html")))
        .contains("Required: similarity.clean&gt;=2 does not hold");
    assertThat(Files.readString(run.directory().resolve("report.json")))
        .contains("\"requirement\" : \"similarity.clean>=2\"");
  }

  @Test
  void anotherRequirementFindsTheFinishedRun() {
    RunResult again = TinyWorld.run(world.request(out, "require=[idia.tpr>=0]"));

    assertThat(again.reused()).isTrue();
    assertThat(again.directory()).isEqualTo(run.directory());
    assertThat(again.requirements().lines()).hasSize(1).first().asString().contains("idia.tpr>=0");
  }

  @Test
  void whatNothingMeasuresIsRefusedBeforeTheRun() {
    assertThatThrownBy(() -> plan("require=[idai.tpr<=0]"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "override require=[idai.tpr<=0]: require[0] asks for 'idai.tpr', which nothing"
                + " here measures (what measures: idia, zero-shot, similarity, collateral, change)");
    RunRequest optional = world.request(out, "seed=1").requiring(List.of("idai.tpr<=0"));
    assertThatThrownBy(() -> TinyWorld.experiments().validate(optional))
        .hasMessageStartingWith("--require idai.tpr<=0: require[0] asks for 'idai.tpr'");
    assertThatThrownBy(() -> plan("require=[zero-shot.top1>=0]", "evaluations.zero-shot.path="))
        .hasMessageContaining("asks for 'zero-shot.top1', which nothing here measures");
    assertThatThrownBy(() -> plan("require=[idia.tpr=0]"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("(got 'idia.tpr=0')");
  }

  @Test
  void theReportListsTheSettingsThatTookEffectAlone() {
    Report report = run.report();
    assertThat(report.config().get("forget")).asInstanceOf(MAP).containsOnlyKeys("names");
    assertThat(report.config().get("candidates")).asInstanceOf(MAP).containsOnlyKeys("file");
    assertThat(TinyWorld.experiments().verify(run.directory(), Progress.silent()).differences())
        .isEmpty();
  }

  @Test
  void aPlanTellsProgramsWhatItTellsPeople() {
    try (ExperimentPlan plan =
        TinyWorld.experiments().plan(world.request(out), Progress.silent())) {
      assertThat(plan.facts())
          .containsEntry("name", plan.name())
          .containsEntry("directory", plan.directory().toString())
          .containsEntry("finished", true)
          .containsEntry("attacks", List.of("idia"))
          .containsEntry("device", "cpu");
      assertThat(plan.facts().get("people")).asInstanceOf(MAP).containsEntry("members", 4L);
    }
  }

  @Test
  void withoutAWordOfMembersMembershipIsNotKnown() {
    Report audit =
        TinyWorld.run(world.request(out, "people.members=", "defense=", "forget=")).report();

    assertThat(TinyWorld.facts(audit).people().values())
        .allMatch(person -> person.member() == null);
    assertThat(audit.notes()).anyMatch(note -> note.startsWith("nobody said who was in"));
  }

  private static void plan(String... overrides) {
    TinyWorld.experiments().plan(world.request(out, overrides), Progress.silent()).close();
  }
}
