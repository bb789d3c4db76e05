package dev.lethe.plugin.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.trial.RunningTrial;
import dev.lethe.api.trial.TrialCommand;
import dev.lethe.api.trial.TrialEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlurmLauncherTest {
  private static final int LARGEST_ARRAY = 10;

  @TempDir private Path folder;
  private final RecordedSlurm slurm = new RecordedSlurm().saying("sbatch", "2\n");
  private long seconds;

  @Test
  void trialsAreSubmittedAsAnArrayWithItsLimit() throws IOException {
    launcher(Settings.with(false, 2)).start(trials(5));
    assertThat(slurm.calls("sbatch")).hasSize(1);
    assertThat(slurm.calls("sbatch").get(0)).contains("--array=0-4%2", "--requeue");
  }

  @Test
  void oneTrialRunsFirstAndTheOthersFindWhatItComputed() throws IOException {
    SlurmLauncher launcher = launcher(Settings.with(true, null));
    launcher.start(trials(5));
    assertThat(slurm.calls("sbatch")).hasSize(2);
    assertThat(slurm.calls("sbatch").get(0)).contains("--array=0-0");
    assertThat(slurm.calls("sbatch").get(1)).contains("--array=0-3", "--dependency=afterany:2");
    launcher.start(trials(2)); // tried again: what is shared is there
    assertThat(slurm.calls("sbatch")).hasSize(3);
  }

  @Test
  void anArrayIsNoLargerThanSlurmTakes() throws IOException {
    List<RunningTrial> started = launcher(Settings.defaults()).start(trials(LARGEST_ARRAY + 1));
    assertThat(started).hasSize(LARGEST_ARRAY + 1);
    assertThat(slurm.calls("sbatch")).hasSize(2);
    assertThat(slurm.calls("sbatch").get(0)).contains("--array=0-9");
    assertThat(slurm.calls("sbatch").get(1)).contains("--array=0-0");
  }

  @Test
  void whatSbatchRefusesIsToldInOneLine() {
    slurm.complaining(
        "sbatch",
        "sbatch: error: invalid partition specified: gpu\nsbatch: error: Batch job submission failed: Invalid partition name specified\n");
    assertThatThrownBy(() -> launcher(Settings.defaults()).start(trials(1)))
        .isInstanceOf(LetheException.class)
        .message()
        .hasLineCount(1)
        .contains("invalid partition specified: gpu");
  }

  @Test
  void aJobWhoseTimeIsOverWasCutOffWhateverItSaid() throws IOException {
    RunningTrial trial = start();
    says(trial, "143 2_0");
    slurm.saying("squeue", "2_0|TIMEOUT|node1|TimeLimit|lethe-abc\n");
    assertThat(later(trial)).satisfies(end -> assertThat(end.cutOff()).isTrue());
  }

  @Test
  void aJobThatIsInTheQueueAgainHasNotEndedWhateverItSaid() throws IOException {
    RunningTrial trial = start();
    says(trial, "143 2_0");
    slurm.saying("squeue", "2_0|PENDING||BeginTime|lethe-abc\n");
    seconds += 5;
    assertThat(trial.end()).isEmpty();
    assertThat(trial.place()).isEqualTo("job 2_0 waits (BeginTime)");
  }

  @Test
  void whatAnEarlierJobSaidDoesNotCount() throws IOException {
    RunningTrial trial = start();
    says(trial, "0 1_0");
    slurm
        .saying("squeue", "2_0|FAILED|node1|NonZeroExitCode|lethe-abc\n")
        .saying(
            "scontrol", "JobId=2 JobState=FAILED Reason=NonZeroExitCode ExitCode=0:9 RunTime=0");
    assertThat(later(trial)).isEqualTo(TrialEnd.exited(128 + 9));
  }

  @Test
  void aClusterThatDoesNotAnswerEndsNothing() throws IOException {
    RunningTrial trial = start();
    slurm.complaining(
        "squeue", "slurm_load_jobs error: Unable to contact slurm controller (connect failure)");
    seconds += 5;
    assertThat(trial.end()).isEmpty();
    assertThat(trial.place()).contains("2_0", "Unable to contact slurm controller");
    slurm.saying("squeue", "2_0|RUNNING|node1|None|lethe-abc\n");
    seconds += 5;
    assertThat(trial.place()).isEqualTo("job 2_0 on node1");
  }

  @Test
  void aJobThatTheClusterHasForgottenIsJudgedByWhatItSaid() throws IOException {
    RunningTrial trial = start();
    says(trial, "4 2_0");
    forgotten();
    assertThat(later(trial)).isEqualTo(TrialEnd.exited(4));
  }

  @Test
  void aJobThatVanishedWithoutAWordFailed() throws IOException {
    RunningTrial trial = start();
    forgotten();
    assertThat(later(trial).why()).contains("left the queue");
  }

  @Test
  void aFolderThatANodeDoesNotSeeIsNamed() throws IOException {
    RunningTrial trial = start();
    slurm
        .saying("squeue", "2_0|FAILED|node1|NonZeroExitCode|lethe-abc\n")
        .saying("scontrol", "JobId=2 JobState=FAILED ExitCode=72:0 RunTime=0");
    assertThat(later(trial).why()).contains(folder.toString(), "share");
  }

  @Test
  void whatEndedWellIsBelievedOnceTheFolderShowsIt() throws IOException {
    RunningTrial trial = start();
    slurm
        .saying("squeue", "2_0|COMPLETED|node1|None|lethe-abc\n")
        .saying("scontrol", "JobId=2 JobState=COMPLETED Reason=None ExitCode=0:0 RunTime=0");
    seconds += 5;
    assertThat(trial.end()).isEmpty();
    says(trial, "0 2_0");
    assertThat(later(trial)).isEqualTo(TrialEnd.exited(0));
  }

  @Test
  void aJobIsFoundByTheNextProcess() throws IOException {
    start();
    slurm.saying("squeue", "2_0|RUNNING|node1|None|lethe-abc\n");
    assertThat(launcher(Settings.defaults()).find(trial(0)))
        .hasValueSatisfying(found -> assertThat(found.place()).isEqualTo("job 2_0 on node1"));
    assertThat(launcher(Settings.defaults()).find(trial(1))).isEmpty();
  }

  @Test
  void aJobWhoseNumberNobodyHeardIsFoundByItsName() throws IOException {
    slurm.complaining("sbatch", "killed"); // as if it was, after Slurm had taken the job
    assertThatThrownBy(() -> launcher(Settings.defaults()).start(trials(1)))
        .isInstanceOf(LetheException.class);
    String name =
        slurm.calls("sbatch").get(0).stream()
            .filter(option -> option.startsWith("--job-name="))
            .findFirst()
            .orElseThrow()
            .substring("--job-name=".length());
    assertThat(launcher(Settings.defaults()).find(trial(0))).isEmpty();
    slurm.saying("squeue", "7_0|PENDING||Priority|" + name + "\n");
    assertThat(launcher(Settings.defaults()).find(trial(0)))
        .hasValueSatisfying(
            found -> assertThat(found.place()).isEqualTo("job 7_0 waits (Priority)"));
  }

  @Test
  void whereNobodyCanTellNothingIsStartedASecondTime() throws IOException {
    start();
    slurm.complaining("squeue", "Unable to contact slurm controller");
    assertThatThrownBy(() -> launcher(Settings.defaults()).find(trial(0)))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("Unable to contact slurm controller");
  }

  private void forgotten() {
    slurm
        .saying("squeue", "")
        .complaining("scontrol", "slurm_load_jobs error: Invalid job id specified")
        .complaining("sacct", "Slurm accounting storage is disabled");
  }

  private RunningTrial start() throws IOException {
    return launcher(Settings.defaults()).start(trials(1)).get(0);
  }

  /** Writes what a job writes at its end. */
  private void says(RunningTrial trial, String text) throws IOException {
    assertThat(trial.outlives()).isTrue();
    Files.writeString(folder.resolve("0/slurm.exit"), text + "\n");
  }

  private TrialEnd later(RunningTrial trial) {
    seconds += 5;
    return trial.end().orElseThrow();
  }

  private SlurmLauncher launcher(SlurmSettings settings) {
    return new SlurmLauncher(
        settings, slurm, () -> TimeUnit.SECONDS.toNanos(seconds), LARGEST_ARRAY);
  }

  private List<TrialCommand> trials(int count) throws IOException {
    List<TrialCommand> trials = new ArrayList<>();
    for (int i : IntStream.range(0, count).toArray()) {
      trials.add(trial(i));
    }
    return trials;
  }

  private TrialCommand trial(int index) throws IOException {
    Path own = Files.createDirectories(folder.resolve(Integer.toString(index)));
    return new TrialCommand(
        "trial " + index, List.of("/bin/sh", "-c", "true"), own, own.resolve("output.log"), 0, 1);
  }
}
