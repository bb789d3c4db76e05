package dev.lethe.plugin.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code squeue} of Slurm 22.05 wrote. */
class QueuedJobTest {
  private static final String RECORDED =
      """
      2_2|COMPLETED|node2|None|lethe-abc
      2_1|FAILED|node2|NonZeroExitCode|lethe-abc
      3_0|PENDING||Resources|lethe-def
      2_3|COMPLETING|node2|None|lethe-abc
      2_0|RUNNING|node1|None|a|name
      """;

  @Test
  void eachLineIsAJob() {
    List<QueuedJob> jobs = QueuedJob.read(RECORDED);
    assertThat(jobs)
        .extracting(job -> job.id().text())
        .containsExactly("2_2", "2_1", "3_0", "2_3", "2_0");
    assertThat(jobs)
        .extracting(QueuedJob::place)
        .contains("job 3_0 waits (Resources)", "job 2_0 on node1");
    assertThat(jobs.get(4).name()).isEqualTo("a|name");
  }

  @Test
  void aJobThatIsStillBeingEndedHasNotEnded() {
    assertThat(QueuedJob.read(RECORDED))
        .filteredOn(job -> job.state().hasEnded())
        .extracting(job -> job.id().text())
        .containsExactly("2_2", "2_1");
  }

  @Test
  void linesOfAnotherFormAreLeftOut() {
    assertThat(QueuedJob.read("slurm_load_jobs error: Unable to contact slurm controller\n"))
        .isEmpty();
  }
}
