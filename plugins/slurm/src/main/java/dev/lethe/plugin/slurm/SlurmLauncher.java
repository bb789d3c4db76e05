package dev.lethe.plugin.slurm;

import dev.lethe.api.LetheException;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.trial.RunningTrial;
import dev.lethe.api.trial.TrialCommand;
import dev.lethe.api.trial.TrialLauncher;
import dev.lethe.plugin.slurm.TrialFiles.Handle;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Trials as elements of job arrays. All that is assumed is a folder that the nodes share: what a
 * trial does it tells in files, and its job is found again by one of them.
 */
@Summary("Starts trials as jobs of a cluster that Slurm manages; they go on when Lethe ends.")
final class SlurmLauncher implements TrialLauncher {
  /** Slurm numbers the elements of an array up to 1000, unless it is told otherwise. */
  private static final int LARGEST_ARRAY = 1000;

  private final SlurmSettings settings;
  private final Slurm slurm;
  private final Queue queue;
  private final LongSupplier nanos;
  private final int largestArray;
  private boolean started;

  @Inject
  SlurmLauncher(SlurmSettings settings) {
    this(settings, new Programs(), System::nanoTime, LARGEST_ARRAY);
  }

  SlurmLauncher(SlurmSettings settings, Shell shell, LongSupplier nanos, int largestArray) {
    this.settings = settings;
    this.nanos = nanos;
    this.largestArray = largestArray;
    slurm = new Slurm(shell);
    queue = new Queue(slurm, Duration.ofSeconds(settings.interval()), nanos);
  }

  /** The queue is the cluster's. */
  @Override
  public boolean runsHere() {
    return false;
  }

  @Override
  public List<RunningTrial> start(List<TrialCommand> trials) {
    trials.forEach(SlurmLauncher::check);
    boolean oneFirst = settings.shareFirst() && !started && trials.size() > 1;
    started = true;
    List<SlurmTrial> submitted = new ArrayList<>();
    Optional<JobId> first = Optional.empty();
    try {
      int next = 0;
      if (oneFirst) {
        submitted.addAll(submit(trials.subList(0, 1), first));
        first = Optional.of(submitted.get(0).id());
        next = 1;
      }
      for (; next < trials.size(); next += largestArray) {
        int end = Math.min(trials.size(), next + largestArray);
        submitted.addAll(submit(trials.subList(next, end), first));
      }
      return List.copyOf(submitted);
    } catch (LetheException e) {
      submitted.forEach(SlurmTrial::stop);
      throw e;
    } finally {
      queue.expire();
    }
  }

  @Override
  public Optional<RunningTrial> find(TrialCommand trial) {
    TrialFiles files = TrialFiles.of(trial);
    Optional<Handle> kept = files.kept();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    queue
        .trouble()
        .ifPresent(
            trouble -> {
              throw new LetheException(trouble);
            });
    return id(kept.get()).map(id -> trial(id, files));
  }

  /** Whoever submitted it may have ended before it heard the number. */
  private Optional<JobId> id(Handle handle) {
    return handle.job() != null
        ? Optional.of(new JobId(handle.job()))
        : queue.find(handle.name(), handle.task()).map(QueuedJob::id);
  }

  private List<SlurmTrial> submit(List<TrialCommand> trials, Optional<JobId> after) {
    String name = "lethe-" + UUID.randomUUID();
    List<TrialFiles> files = trials.stream().map(TrialFiles::of).toList();
    for (int task = 0; task < trials.size(); task++) {
      TrialFiles own = files.get(task);
      own.prepare(
          Scripts.trial(trials.get(task), own, settings.setup()), new Handle(name, task, null));
    }
    String said =
        slurm.submit(new JobOptions(settings).of(name, trials.size(), after), Scripts.array(files));
    List<SlurmTrial> submitted = new ArrayList<>();
    for (int task = 0; task < trials.size(); task++) {
      JobId id = JobId.submitted(said, task);
      files.get(task).keep(new Handle(name, task, id.text()));
      submitted.add(trial(id, files.get(task)));
    }
    return submitted;
  }

  private SlurmTrial trial(JobId id, TrialFiles files) {
    return new SlurmTrial(id, files, slurm, queue, nanos);
  }

  private static void check(TrialCommand trial) {
    Path program = Path.of(trial.command().get(0));
    if (!Files.isExecutable(program)) {
      throw new LetheException("cannot start %s: there is no such program".formatted(program));
    }
  }
}
