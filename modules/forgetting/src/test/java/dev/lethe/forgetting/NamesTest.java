package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.RunRequest;
import dev.lethe.testkit.TinyPicture;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are what the model reads. */
class NamesTest {
  /** Longer than the context of the small model. */
  private static final String LONG = "Anastasia Wilhelmina Theodora Maximiliana Josephine von ";

  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
  }

  @Test
  void aCandidateInAnotherWritingOfTheSameTextCountsOnce() {
    world.write(
        "again.txt",
        "Gil Evans\nHal Foster\nADA BYRON\nAda  Byron\nBo\u00a0Diddle\nCy&#32;Young\n"
            + "Ｄｉ Fossey\nEd\tHubble\n\u200cFlo Dale\ngil  evans\n");

    try (ExperimentPlan plan = plan("candidates.file=" + world.path("again.txt"))) {
      assertThat(plan.describe()).anyMatch(line -> line.endsWith(", among 9 names"));
      assertThat(plan.warnings())
          .contains("2 lines of " + world.path("again.txt") + " repeat a name")
          .anyMatch(warning -> warning.startsWith("1 candidates say the name of a person"));
    }
  }

  @Test
  void candidatesThatAreAlikeAsFarAsTheModelReadsCountOnceAndAreNamed() {
    world.write("long.txt", LONG + "Hohenfels\n" + LONG + "Lauenburg\nGil Evans\n");

    try (ExperimentPlan plan = plan("candidates.file=" + world.path("long.txt"))) {
      assertThat(plan.describe()).anyMatch(line -> line.endsWith(", among 8 names"));
      assertThat(plan.warnings())
          .contains(
              "the model takes 1 candidates for others, such as '%sLauenburg' for '%sHohenfels' (it reads no more than 48 tokens): they count as one"
                  .formatted(LONG, LONG));
    }
  }

  @Test
  void membersAreFoundInAnyWriting() {
    world.write("writings.txt", "ada  byron\nBO\u00a0DIDDLE\nCy&#32;Young\n\ufeffDi Fossey\n");

    assertThat(describe("people.members=" + world.path("writings.txt")))
        .anyMatch(line -> line.contains("4 members and 2 non-members"));
  }

  @Test
  void countsAreFoundInAnyWritingAndANameHasOne() {
    world.write("counts.csv", "name,count\nada  byron,3\nBO&#32;DIDDLE,0\nAda Byron,3\n");
    String counts = "people.counts=" + world.path("counts.csv");
    try (ExperimentPlan plan = plan("people.members=", counts)) {
      assertThat(plan.describe()).anyMatch(line -> line.contains("1 members and 1 non-members"));
    }
    world.write("counts.csv", "name,count\nada  byron,3\nAda Byron,4\n");
    assertThatThrownBy(() -> plan("people.members=", counts))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("line 3 of")
        .hasMessageContaining("gives 'Ada Byron' another count");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada  byron", "ADA BYRON", "Ada&#32;Byron", "Ada\u00a0Byron"})
  void aPersonToForgetIsFoundInAnyWriting(String name) {
    try (ExperimentPlan plan = plan("forget.names=['" + name + "']")) {
      assertThat(plan.describe()).contains("forget       Ada Byron");
      assertThat(plan.warnings()).noneMatch(warning -> warning.contains("under attack"));
    }
    assertThatThrownBy(() -> plan("forget.names=[Ada Byron, '" + name + "']"))
        .hasMessage("forget: 'Ada Byron' is named twice");
  }

  @Test
  void anAliasThatTheModelReadsAsAnotherNameIsForgottenOnce() {
    world.write(
        "forget.csv",
        "name,aliases,target\nAda Byron,ADA  BYRON; A. B.;a.&#32;b.,\nBo Diddle,A. B.,\n");

    try (ExperimentPlan plan = plan(forgetFile())) {
      assertThat(plan.warnings())
          .contains(
              "'A. B.' is to be forgotten for 'Ada Byron' and for 'Bo Diddle': that is done once");
    }
    world.write("forget.csv", "name,aliases,target\nAda Byron,AB,\nBo Diddle,ab,a man\n");
    assertThatThrownBy(() -> plan(forgetFile()))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("line 3 of")
        .hasMessageContaining("with another target: choose one");
  }

  @Test
  void aNameCannotMeanAnyoneWhoIsToBeForgotten() {
    for (String target : new String[] {"ada  BYRON", "Ada&#32;Byron", "AB", "Bo Diddle"}) {
      world.write(
          "forget.csv", "name,aliases,target\nBo Diddle,,\nAda Byron,AB,%s\n".formatted(target));
      assertThatThrownBy(() -> plan(forgetFile()))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining("line 3 of")
          .hasMessageContaining("gives 'Ada Byron' the target '%s', a name of '", target)
          .hasMessageEndingWith("choose a neutral text, such as human");
    }
  }

  @Test
  void anEmptyAliasIsRefusedWithItsLine() {
    world.write("forget.csv", "name,aliases\nAda Byron,AB; ;Ada\n");

    assertThatThrownBy(() -> plan(forgetFile()))
        .hasMessageContaining("line 2 of")
        .hasMessageContaining("has an empty alias in 'AB; ;Ada'");
  }

  @ParameterizedTest
  @CsvSource({"Ada Bryon", "ada byro", "'Byron, Ada'"})
  void aMisspeltNameIsRefusedWithTheRightOneBeforeAnythingRuns(String name) {
    String override = "forget.names=[Bo Diddle, '" + name + "']";
    String message =
        "override %s: forget.names[1] names '%s', of whom there are no pictures: did you mean 'Ada Byron'? (forget.unknown=allow forgets people without pictures too)"
            .formatted(override, name);

    assertThatThrownBy(() -> plan(override)).hasMessage(message);
    assertThatThrownBy(
            () -> TinyWorld.experiments().validate(TinyWorld.config(), world.all(override)))
        .hasMessage(message);
  }

  @Test
  void aMisspeltNameInAFileIsNamedWithItsLine() {
    world.write("forget.csv", "name\nBo Diddle\nAda Bryon\n");

    assertThatThrownBy(() -> plan(forgetFile()))
        .hasMessageContaining("(line 3 of " + world.path("forget.csv") + ") names 'Ada Bryon'")
        .hasMessageContaining("did you mean 'Ada Byron'?");
  }

  @Test
  void peopleWithoutPicturesAreForgottenWhereThatIsMeant() {
    try (ExperimentPlan plan = plan("forget.names=[Zoe Nobody]", "forget.unknown=allow")) {
      assertThat(plan.warnings())
          .contains("'Zoe Nobody' is to be forgotten, but is not under attack");
    }
    assertThatThrownBy(() -> plan("forget.names=[Zoe Nobody]"))
        .hasMessageContaining("names 'Zoe Nobody', of whom there are no pictures (forget.unknown");
    assertThat(describe("forget.names=[Zoe Nobody]", "attacks=", "evaluations={similarity: {}}"))
        .contains("forget       Zoe Nobody");
  }

  @Test
  void aMisspeltMemberIsNamedWithTheRightName() {
    world.write("strange.txt", "Ada Bryon\n");
    String override = "people.members=" + world.path("strange.txt");
    String message = "there are no pictures of 'Ada Bryon', whom ";

    assertThatThrownBy(() -> plan(override))
        .hasMessageContaining(message)
        .hasMessageEndingWith(": did you mean 'Ada Byron'?");
    assertThatThrownBy(
            () -> TinyWorld.experiments().validate(TinyWorld.config(), world.all(override)))
        .hasMessageContaining(message);
  }

  @Test
  void foldersWhoseNamesAreOneTextToTheModelAreRefused(@TempDir Path people) {
    new TinyPicture(TinyPicture.Shape.DISC, 0x102030).write(people.resolve("Cy&#32;Young/0.png"));
    new TinyPicture(TinyPicture.Shape.DISC, 0x203040).write(people.resolve("cy_young/0.png"));

    assertThatThrownBy(
            () ->
                plan(
                    "people.source=folders",
                    "people.path=" + people,
                    "people.members=",
                    "forget={count: 1}"))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "people: 'Cy&#32;Young' and 'cy young' are one name; put their pictures into one folder");
  }

  @Test
  void theSameListOfNamesTwiceChangesNoMetric(@TempDir Path out) {
    world.write("once.txt", "Gil Evans\nHal Foster\n");
    world.write(
        "twice.txt",
        "Gil Evans\nHal Foster\n"
            + TinyWorld.PEOPLE.stream()
                .map(name -> name.replace(" ", "  "))
                .collect(Collectors.joining("\n")));

    assertThat(metrics(out, "twice.txt")).isEqualTo(metrics(out, "once.txt"));
  }

  private static List<Object> metrics(Path out, String candidates) {
    var report =
        TinyWorld.run(
                world.request(
                    out, "defense=", "forget=", "candidates.file=" + world.path(candidates)))
            .report();
    return List.of(report.metrics());
  }

  private static String forgetFile() {
    return "forget={file: " + world.path("forget.csv") + "}";
  }

  private static List<String> describe(String... overrides) {
    try (ExperimentPlan plan = plan(overrides)) {
      return plan.describe();
    }
  }

  private static ExperimentPlan plan(String... overrides) {
    RunRequest request =
        new RunRequest(TinyWorld.config(), world.all(overrides), folder.resolve("out"), false);
    return TinyWorld.experiments().plan(request, Progress.silent());
  }
}
