package dev.lethe.plugin.slurm;

import dev.lethe.api.trial.RunningTrial;
import dev.lethe.api.trial.TrialEnd;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A job, wherever it is. */
final class SlurmTrial implements RunningTrial {
  /** How long a folder of the network may take to show what a node has written. */
  private static final long DELAY_NANOS = 60_000_000_000L;

  private static final int SIGNALS = 128;
  private static final int TERMINATED = SIGNALS + 15;
  private static final int NEVER = -1;

  private final JobId id;
  private final TrialFiles files;
  private final Slurm slurm;
  private final Queue queue;
  private final LongSupplier nanos;
  private @Nullable TrialEnd end;
  private long judged;
  private long missedSince = NEVER;

  /** Creates a trial of which nothing is known but its job. */
  SlurmTrial(JobId id, TrialFiles files, Slurm slurm, Queue queue, LongSupplier nanos) {
    this.id = id;
    this.files = files;
    this.slurm = slurm;
    this.queue = queue;
    this.nanos = nanos;
  }

  JobId id() {
    return id;
  }

  @Override
  public String place() {
    return queue
        .trouble()
        .map(trouble -> "job %s; %s".formatted(id, trouble))
        .orElseGet(() -> queue.find(id).map(QueuedJob::place).orElse("job " + id));
  }

  @Override
  public Optional<TrialEnd> end() {
    if (end == null && judged < queue.look() && queue.trouble().isEmpty()) {
      judged = queue.look();
      end = judge(queue.find(id).map(QueuedJob::state)).orElse(null);
    }
    return Optional.ofNullable(end);
  }

  @Override
  public boolean outlives() {
    return true;
  }

  @Override
  public void stop() {
    if (mayBeThere()) {
      slurm.cancel(id);
      queue.expire();
    }
  }

  /** Only what runs gets a signal: one for an element that waits takes others with it. */
  @Override
  public void kill() {
    if (queue.find(id).filter(QueuedJob::isRunning).isPresent()) {
      slurm.kill(id);
      queue.expire();
    } else {
      stop();
    }
  }

  private boolean mayBeThere() {
    return queue.trouble().isPresent()
        || queue.find(id).filter(job -> !job.state().hasEnded()).isPresent();
  }

  /** A job that was put back into the queue has said how it ended, and has not. */
  private Optional<TrialEnd> judge(Optional<JobState> queued) {
    if (queued.isPresent() && !queued.get().hasEnded()) {
      return Optional.empty();
    }
    OptionalInt code = files.exitCode(id);
    Optional<JobRecord> known =
        queued.isPresent() && code.isPresent() ? Optional.empty() : slurm.record(id);
    Optional<JobState> state = queued.or(() -> known.map(JobRecord::state));
    if (state.isEmpty()) {
      return Optional.of(forgotten(code));
    } else if (!state.get().hasEnded()) {
      return Optional.empty();
    } else if (state.get().isCutOff()) {
      return Optional.of(TrialEnd.cutOff(state.get().why().orElseThrow()));
    }
    int ended = code.orElse(known.map(JobRecord::exitCode).orElse(TERMINATED));
    if (state.get().why().isPresent()) {
      return Optional.of(TrialEnd.failed(ended, state.get().why().get()));
    } else if (code.isEmpty() && ended == Scripts.UNSEEN) {
      return Optional.of(
          TrialEnd.failed(
              ended,
              "the node that was to run it cannot read %s: all nodes have to share that folder"
                  .formatted(files.folder())));
    }
    return code.isEmpty() && ended < SIGNALS && mayStillShow()
        ? Optional.empty()
        : Optional.of(TrialEnd.exited(ended));
  }

  /** What the cluster has forgotten, only the trial itself can tell. */
  private static TrialEnd forgotten(OptionalInt code) {
    return code.isPresent() && code.getAsInt() < SIGNALS
        ? TrialEnd.exited(code.getAsInt())
        : TrialEnd.failed(
            code.orElse(TERMINATED), "its job left the queue; somebody may have cancelled it");
  }

  private boolean mayStillShow() {
    if (missedSince == NEVER) {
      missedSince = nanos.getAsLong();
    }
    return nanos.getAsLong() - missedSince < DELAY_NANOS;
  }
}
