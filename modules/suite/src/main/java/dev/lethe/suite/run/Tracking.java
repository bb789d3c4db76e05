package dev.lethe.suite.run;

import dev.lethe.api.LetheException;
import dev.lethe.api.trial.FinishedTrial;
import dev.lethe.api.trial.TrialTracker;
import dev.lethe.engine.Experiments;
import dev.lethe.report.Report;
import dev.lethe.suite.Suite;
import dev.lethe.suite.SuiteListener;
import dev.lethe.suite.TrialProgress;
import dev.lethe.suite.TrialState.Phase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a tracker of trials as they finish, and a listener what cannot be told. */
public final class Tracking implements SuiteListener {
  private final Suite suite;
  private final Experiments experiments;
  private final TrialTracker tracker;
  private final SuiteListener listener;

  /**
   * Begins.
   *
   * @param experiments reads reports
   * @param tracker is told
   * @param listener watches, too
   */
  public Tracking(
      Suite suite, Experiments experiments, TrialTracker tracker, SuiteListener listener) {
    this.suite = suite;
    this.experiments = experiments;
    this.tracker = tracker;
    this.listener = listener;
  }

  @Override
  public void at(List<TrialProgress> trials, double secondsLeft) {
    listener.at(trials, secondsLeft);
  }

  @Override
  public void started(TrialProgress trial, String place) {
    listener.started(trial, place);
  }

  @Override
  public void found(TrialProgress trial, String place) {
    listener.found(trial, place);
  }

  @Override
  public void left(int trials) {
    listener.left(trials);
  }

  @Override
  public void ended(TrialProgress trial, boolean again) {
    listener.ended(trial, again);
    track(trial).ifPresent(listener::noted);
  }

  @Override
  public void noted(String note) {
    listener.noted(note);
  }

  /**
   * Tells of a trial, if it has finished. A suite does not end because nobody hears of it.
   *
   * @return why it could not be told
   */
  public Optional<String> track(TrialProgress trial) {
    String directory = trial.state().directory();
    if (trial.state().phase() != Phase.FINISHED || directory == null) {
      return Optional.empty();
    }
    try {
      Path folder = Path.of(directory);
      tracker.track(finished(trial, folder, experiments.read(folder)));
      return Optional.empty();
    } catch (LetheException e) {
      return Optional.of("%s is not tracked: %s".formatted(trial.trial().name(), e.getMessage()));
    }
  }

  private FinishedTrial finished(TrialProgress trial, Path folder, Report report) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    add(metrics, "before.", report.metrics().before());
    add(metrics, "after.", report.metrics().after());
    report.provenance().costs().forEach(cost -> add(metrics, cost.metric().name(), cost.value()));
    return new FinishedTrial(
        suite.name(),
        trial.trial().id(),
        trial.trial().name(),
        report.verdict().headline(),
        trial.trial().values(),
        metrics,
        folder.toAbsolutePath(),
        Instant.parse(report.provenance().started()),
        Instant.parse(report.provenance().finished()));
  }

  private static void add(
      Map<String, Double> metrics, String prefix, Map<String, @Nullable Double> values) {
    values.forEach((name, value) -> add(metrics, prefix + name, value));
  }

  private static void add(Map<String, Double> metrics, String name, @Nullable Double value) {
    if (value != null && Double.isFinite(value)) {
      metrics.put(name, value);
    }
  }
}
