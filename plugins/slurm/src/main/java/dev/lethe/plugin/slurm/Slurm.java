package dev.lethe.plugin.slurm;

import dev.lethe.api.LetheException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Slurm's commands.
 *
 * @param shell runs them
 */
record Slurm(Shell shell) {

  /**
   * Submits a job array.
   *
   * @param options of sbatch
   * @param script what each element runs
   * @return what sbatch printed
   * @throws LetheException if it was refused; says why
   */
  String submit(List<String> options, String script) {
    List<String> command = new ArrayList<>(List.of("sbatch", "--parsable"));
    command.addAll(options);
    Shell.Said said = shell.run(command, script);
    if (!said.succeeded()) {
      throw new LetheException("sbatch refused the trials: " + said.complaint());
    }
    return said.out();
  }

  /**
   * Lists the user's jobs: those that wait, run, or ended a few minutes ago.
   *
   * @throws LetheException if the cluster does not answer
   */
  List<QueuedJob> queue() {
    Shell.Said said =
        shell.run(
            List.of(
                "squeue",
                "--me",
                "--array",
                "--states=all",
                "--noheader",
                "--format=" + QueuedJob.FORMAT),
            "");
    if (!said.succeeded()) {
      throw new LetheException("squeue does not answer: " + said.complaint());
    }
    return QueuedJob.read(said.out());
  }

  /** Returns how a job ended; empty where nobody knows any more, or yet. */
  Optional<JobRecord> record(JobId job) {
    Shell.Said said = shell.run(List.of("scontrol", "--oneliner", "show", "job", job.text()), "");
    Optional<JobRecord> known =
        said.succeeded() ? JobRecord.ofControl(said.out()) : Optional.empty();
    return known.isPresent() ? known : accounted(job);
  }

  /** Stops a job, or takes it out of the queue. */
  void cancel(JobId job) {
    shell.run(List.of("scancel", job.text()), "");
  }

  /** Kills what a job runs. */
  void kill(JobId job) {
    shell.run(List.of("scancel", "--full", "--signal=KILL", job.text()), "");
  }

  /** Not every cluster keeps accounts, and not everywhere is the command. */
  private Optional<JobRecord> accounted(JobId job) {
    try {
      Shell.Said said =
          shell.run(
              List.of(
                  "sacct",
                  "--jobs=" + job.text(),
                  "--allocations",
                  "--noheader",
                  "--parsable2",
                  "--format=State,ExitCode"),
              "");
      return said.succeeded() ? JobRecord.ofAccounting(said.out()) : Optional.empty();
    } catch (LetheException e) {
      return Optional.empty();
    }
  }
}
