package dev.lethe.plugin.slurm;

import java.util.List;
import java.util.Optional;

/**
 * A job as {@code squeue} shows it.
 *
 * @param id an element of an array, or any other job of the user
 * @param state how far it is
 * @param nodes where it runs, or nothing
 * @param reason why it waits, or {@code None}
 * @param name what it was called when it was submitted
 */
record QueuedJob(JobId id, JobState state, String nodes, String reason, String name) {
  /** What squeue is asked for; a name may hold anything, so it comes last. */
  static final String FORMAT = "%i|%T|%N|%r|%j";

  private static final int FIELDS = 5;
  private static final String SEPARATOR = "\\|";

  /** Reads what squeue printed; lines of another form are left out. */
  static List<QueuedJob> read(String said) {
    return said.lines().flatMap(line -> readLine(line).stream()).toList();
  }

  boolean isRunning() {
    return state.word().equals("RUNNING");
  }

  /** Returns where it runs or why it waits, for a person. */
  String place() {
    if (state.isPending()) {
      return "job %s waits (%s)".formatted(id, reason);
    }
    return nodes.isBlank()
        ? "job %s (%s)".formatted(id, state.word())
        : "job %s on %s".formatted(id, nodes);
  }

  private static Optional<QueuedJob> readLine(String line) {
    String[] fields = line.split(SEPARATOR, FIELDS);
    return fields.length < FIELDS
        ? Optional.empty()
        : Optional.of(
            new QueuedJob(
                new JobId(fields[0].strip()),
                JobState.of(fields[1]),
                fields[2].strip(),
                fields[3].strip(),
                fields[4].strip()));
  }
}
