package dev.lethe.plugin.slurm;

import dev.lethe.api.LetheException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The user's jobs as they were a few seconds ago: one look serves all trials, however often they
 * are asked.
 */
final class Queue {
  private final Slurm slurm;
  private final long interval;
  private final LongSupplier nanos;
  private Map<JobId, QueuedJob> jobs = Map.of();
  private @Nullable String trouble;
  private long looked;
  private long looks;
  private boolean stale = true;

  /**
   * Creates a queue that nobody has looked at.
   *
   * @param interval the least time between two looks
   */
  Queue(Slurm slurm, Duration interval, LongSupplier nanos) {
    this.slurm = slurm;
    this.interval = interval.toNanos();
    this.nanos = nanos;
  }

  /** Says that what is known is out of date. */
  void expire() {
    stale = true;
  }

  /** Looks if it is time to, and returns how often anybody has looked. */
  long look() {
    if (stale || nanos.getAsLong() - looked >= interval) {
      try {
        jobs = byId(slurm.queue());
        trouble = null;
      } catch (LetheException e) {
        trouble = e.getMessage(); // it may answer the next time
      }
      looked = nanos.getAsLong();
      looks++;
      stale = false;
    }
    return looks;
  }

  /** Returns why nobody knows the queue now; empty where it is known. */
  Optional<String> trouble() {
    look();
    return Optional.ofNullable(trouble);
  }

  /** Returns a job; empty where it has left the queue. */
  Optional<QueuedJob> find(JobId id) {
    look();
    return Optional.ofNullable(jobs.get(id));
  }

  /** Returns an element of an array by the name of the array; empty where there is none. */
  Optional<QueuedJob> find(String name, int task) {
    look();
    return jobs.values().stream()
        .filter(job -> job.name().equals(name) && job.id().text().endsWith("_" + task))
        .findFirst();
  }

  private static Map<JobId, QueuedJob> byId(List<QueuedJob> jobs) {
    return jobs.stream().collect(Collectors.toMap(QueuedJob::id, job -> job, (one, two) -> two));
  }
}
