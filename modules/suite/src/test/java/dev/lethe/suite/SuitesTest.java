package dev.lethe.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.UsageException;
import dev.lethe.engine.Build;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.RunRequest;
import dev.lethe.suite.TrialState.Phase;
import dev.lethe.suite.local.SuiteModule;
import dev.lethe.testkit.InProcessExtensions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a suite does with trials that end in every way, with a script in the place of Lethe. */
class SuitesTest {

  /** Writes what a trial writes: how far it is, and a report; notes each attempt. */
  private static final String PROGRAM =
      """
      #!/bin/sh
      here=$(dirname "$0")
      does=finish
      number=0
      while [ $# -gt 0 ]; do
        case $1 in
          --status) status=$2; shift ;;
          does=*) does=${1#does=} ;;
          number=*) number=${1#number=} ;;
        esac
        shift
      done
      echo "$does $number" >> "$here/attempts"
      say() {
        echo "{\\"state\\": \\"$1\\", \\"directory\\": \\"$here/run-$does-$number\\", \\"task\\": \\"\\", \\"share\\": 1, \\"message\\": $2}" > "$status"
      }
      mkdir -p "$here/run-$does-$number"
      case $does in
        finish)
          echo '{}' > "$here/run-$does-$number/report.json"; say finished null ;;
        unmet)
          echo '{}' > "$here/run-$does-$number/report.json"; say finished '"found<=0 does not hold"'; exit 4 ;;
        silent)
          echo "lethe: the disk is full"; exit 1 ;;
        misused)
          say failed '"a key is wrong"'; exit 2 ;;
        once)
          if [ -e "$here/failed" ]; then echo '{}' > "$here/run-$does-$number/report.json"; say finished null
          else touch "$here/failed"; exit 1; fi ;;
        wait)
          say running null; while [ ! -e "$here/go" ]; do sleep 0.1; done; exit 1 ;;
      esac
      """;

  @TempDir private Path folder;
  private final Attempts attempts = new Attempts();

  @BeforeEach
  void writeProgram() throws IOException {
    Files.writeString(folder.resolve("lethe"), PROGRAM);
    assertThat(folder.resolve("lethe").toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("base.yaml"), "name: base\nrecipe: scripted\n");
  }

  @Test
  void everyTrialRunsOnceAndIsNotRunAgain() throws IOException {
    assertThat(phases(run("vary: {number: [1, 2, 3]}", 2))).containsOnly(Phase.FINISHED).hasSize(3);
    assertThat(phases(run("vary: {number: [1, 2, 3]}", 2))).containsOnly(Phase.FINISHED);
    assertThat(attempted()).containsExactlyInAnyOrder("finish 1", "finish 2", "finish 3");
    assertThat(attempts.most).isLessThanOrEqualTo(2);
  }

  @Test
  void aTrialWhoseReportIsNotAsItWasRunsAgain() throws IOException {
    run("vary: {number: [1, 2]}", 1);
    Files.writeString(folder.resolve("run-finish-2/report.json"), "{\"changed\": true}");
    assertThat(phases(run("vary: {number: [1, 2]}", 1))).containsOnly(Phase.FINISHED);
    assertThat(attempted()).containsExactly("finish 1", "finish 2", "finish 2");
  }

  @Test
  void aTrialWithOtherSettingsRunsAgain() throws IOException {
    run("vary: {number: [1]}", 1);
    Files.writeString(folder.resolve("base.yaml"), "name: base\nrecipe: scripted\nseed: 5\n");
    run("vary: {number: [1]}", 1);
    assertThat(attempted()).containsExactly("finish 1", "finish 1");
  }

  @Test
  void whatARequirementDoesNotHoldForHasFinishedAndSaysSo() {
    TrialState state = run("vary: {does: [unmet]}", 1).get(0).state();
    assertThat(state.phase()).isEqualTo(Phase.FINISHED);
    assertThat(state.message()).isEqualTo("found<=0 does not hold");
  }

  @Test
  void aTrialThatFailsIsTriedOnceMore() throws IOException {
    TrialState state = run("vary: {does: [silent]}", 1).get(0).state();
    assertThat(state.phase()).isEqualTo(Phase.FAILED);
    assertThat(state.attempts()).isEqualTo(2);
    assertThat(state.message()).isEqualTo("the disk is full");
    assertThat(attempted()).hasSize(2);
    assertThat(phases(run("vary: {does: [once]}", 1))).containsExactly(Phase.FINISHED);
  }

  @Test
  void whatIsWrongWithItsSettingsIsNotTriedAgain() throws IOException {
    TrialState state = run("vary: {does: [misused]}", 1).get(0).state();
    assertThat(state.message()).isEqualTo("a key is wrong");
    assertThat(attempted()).hasSize(1);
  }

  @Test
  void whatTheExperimentDoesNotKnowIsSaidBeforeATrialStarts() {
    assertThatThrownBy(() -> run("vary: {numbr: [1, 2]}", 1))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("did you mean 'number'?");
    assertThat(folder.resolve("attempts")).doesNotExist();
  }

  @Test
  void theOthersGoOnUnlessTheFirstFailureShallEndAll() throws IOException {
    String suite = "vary: {does: [misused, finish], number: [1, 2]}";
    assertThat(phases(run(suite, 1)))
        .containsExactly(Phase.FAILED, Phase.FAILED, Phase.FINISHED, Phase.FINISHED);
    Files.delete(folder.resolve("attempts"));
    assertThat(
            phases(
                run(
                    new SuiteRequest(
                        suite(suite), out("other"), List.of(), List.of(), 1, true, null))))
        .containsExactly(Phase.FAILED, Phase.WAITING, Phase.WAITING, Phase.WAITING);
    assertThat(attempted()).hasSize(1);
  }

  @Test
  void whoCancelsLeavesTrialsThatGoOnLater() throws Exception {
    Suite suite = suite("vary: {does: [wait], number: [1, 2]}");
    SuiteRequest request = request(suite, 1);
    attempts.whenStarted = () -> assertThat(suites().cancel(request).asked()).isTrue();
    assertThatThrownBy(() -> suites().run(request, attempts))
        .isInstanceOf(CancelledException.class);
    assertThat(phases(suites().status(request))).containsOnly(Phase.WAITING);
    assertThat(suites().cancel(request).asked()).isFalse();
    Files.createFile(folder.resolve("go"));
  }

  @Test
  void onlyTheTrialsThatAreAskedForRun() throws IOException {
    Suite suite = suite("vary: {does: [finish], number: [1, 2, 3]}");
    SuiteRequest request =
        new SuiteRequest(
            suite, out("out"), List.of(), List.of("number=3", "number=1"), 1, false, null);
    assertThat(run(request))
        .extracting(each -> each.trial().name())
        .containsExactly("does=finish,number=1", "does=finish,number=3");
    assertThat(attempted()).containsExactly("finish 1", "finish 3");
    SuiteRequest unknown =
        new SuiteRequest(suite, out("out"), List.of(), List.of("numbr=3"), 1, false, null);
    assertThatThrownBy(() -> run(unknown))
        .isInstanceOf(UsageException.class)
        .hasMessage("--only 'numbr': the suite does not vary it; did you mean 'number'?");
  }

  @Test
  void whatIsSetOnTheCommandLineIsAskedForAgainWithoutIt() {
    Suite suite = suite("vary: {number: [1]}");
    run(new SuiteRequest(suite, out("out"), List.of("does=unmet"), List.of(), 1, false, null));
    TrialProgress later = suites().status(SuiteRequest.look(suite, out("out"))).get(0);
    assertThat(later.state().phase()).isEqualTo(Phase.FINISHED);
  }

  @Test
  void aPlanSaysWhatItDoesNotKnowAndStartsNothing() {
    List<PlannedTrial> planned = suites().plan(request(suite("vary: {number: [1, 2]}"), 1));
    assertThat(planned).extracting(PlannedTrial::doubt).containsOnly("nobody knows what it takes");
    assertThat(folder.resolve("attempts")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "launcher: {type: slurmm} | No TrialLauncher named 'slurmm' is installed",
        "tracker: {type: mlfow} | No TrialTracker named 'mlfow' is installed",
        "launcher: {type: local, partition: main} | launcher.partition"
      })
  void aPlanRefusesWhatCouldNeitherStartTrialsNorBeToldOfThem(String wrong, String reason) {
    SuiteRequest request = request(suite("vary: {number: [1]}\n" + wrong), 1);
    assertThatThrownBy(() -> suites().plan(request))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void nothingIsSummedUpBeforeATrialHasFinished() {
    Suite suite = suite("vary: {number: [1]}");
    assertThatThrownBy(() -> suites().report(request(suite, 1), false, null))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no trial of tested has finished");
  }

  private List<TrialProgress> run(String yaml, int jobs) {
    return run(request(suite(yaml), jobs));
  }

  private List<TrialProgress> run(SuiteRequest request) {
    return suites().run(request, attempts);
  }

  private SuiteRequest request(Suite suite, int jobs) {
    return new SuiteRequest(suite, out("out"), List.of(), List.of(), jobs, false, null);
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  private Suite suite(String yaml) {
    return suites().read(new ConfigSource("t.yaml", "name: tested\nbase: base.yaml\n" + yaml));
  }

  private Suites suites() {
    InProcessExtensions extensions =
        new InProcessExtensions(List.of(SuiteModule::new, ScriptedRecipe.ScriptedModule::new));
    Build build = new Build("0", "test");
    return Suites.of(
        extensions,
        Experiments.of(extensions, build, folder.resolve("user")),
        (name, suite) -> {
          ConfigSource config = ConfigSource.file(folder.resolve(name));
          return new SuiteBase(
              config,
              List.of("run", name),
              null,
              (overrides, out, installed) ->
                  Optional.of(new RunRequest(config, overrides, out, false)));
        },
        build,
        folder.resolve("lethe"));
  }

  private List<String> attempted() throws IOException {
    return Files.readAllLines(folder.resolve("attempts"));
  }

  private static List<Phase> phases(List<TrialProgress> trials) {
    return trials.stream().map(each -> each.state().phase()).toList();
  }

  /** Counts how many run at a time. */
  private static final class Attempts implements SuiteListener {
    private final List<String> running = new ArrayList<>();
    private int most;
    private Runnable whenStarted = () -> {};

    @Override
    public void at(List<TrialProgress> trials, double secondsLeft) {
      most =
          Math.max(
              most,
              (int) trials.stream().filter(each -> each.state().phase() == Phase.RUNNING).count());
    }

    @Override
    public void started(TrialProgress trial, String place) {
      running.add(trial.trial().name());
      most = Math.max(most, running.size());
      whenStarted.run();
    }

    @Override
    public void found(TrialProgress trial, String place) {
      running.add(trial.trial().name());
    }

    @Override
    public void left(int trials) {
      running.clear();
    }

    @Override
    public void ended(TrialProgress trial, boolean again) {
      running.remove(trial.trial().name());
    }
  }
}
