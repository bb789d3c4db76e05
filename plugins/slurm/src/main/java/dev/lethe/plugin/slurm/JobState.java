package dev.lethe.plugin.slurm;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Slurm says of a job.
 *
 * @param word as {@code squeue} and {@code scontrol} say it: {@code RUNNING}
 */
record JobState(String word) {
  static final String PENDING = "PENDING";
  static final String CANCELLED = "CANCELLED";
  static final String OUT_OF_MEMORY = "OUT_OF_MEMORY";

  /** The states in which a job stays; in any other it runs, waits, or is about to. */
  private static final Map<String, String> ENDS =
      Map.of(
          "BOOT_FAIL",
          "its node did not start",
          CANCELLED,
          "its job was cancelled",
          "COMPLETED",
          "",
          "DEADLINE",
          "the deadline of its job has passed",
          "FAILED",
          "",
          "NODE_FAIL",
          "its node failed",
          OUT_OF_MEMORY,
          "its job ran out of memory: raise launcher.memory",
          "PREEMPTED",
          "another job was preferred",
          "REVOKED",
          "its job was moved to another cluster",
          "TIMEOUT",
          "the time of its job was over (launcher.time)");

  /** Those that say nothing of the program. */
  private static final Set<String> CUT_OFF =
      Set.of("BOOT_FAIL", "DEADLINE", "NODE_FAIL", "PREEMPTED", "REVOKED", "TIMEOUT");

  /** Returns a state without what Slurm adds to it, such as {@code CANCELLED by 1000}. */
  static JobState of(String said) {
    return new JobState(said.strip().split("[ +]", 2)[0]);
  }

  boolean isPending() {
    return word.equals(PENDING);
  }

  boolean hasEnded() {
    return ENDS.containsKey(word);
  }

  /** Returns whether the cluster ended the job for reasons of its own. */
  boolean isCutOff() {
    return CUT_OFF.contains(word);
  }

  /** Returns what there is to say of the end, if it does not speak for itself. */
  Optional<String> why() {
    return Optional.ofNullable(ENDS.get(word)).filter(text -> !text.isEmpty());
  }
}
