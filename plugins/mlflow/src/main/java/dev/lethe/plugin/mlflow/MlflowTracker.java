package dev.lethe.plugin.mlflow;

import dev.lethe.api.LetheException;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.trial.FinishedTrial;
import dev.lethe.api.trial.TrialTracker;
import dev.lethe.io.IoFailure;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Writes trials into MLflow's file store, each as a run of an experiment: what the suite varies as
 * parameters, what was measured as metrics. The report stays where it is, since it may name people;
 * a tag says where.
 */
@Summary("Tells MLflow of the trials of a suite, in its file store.")
final class MlflowTracker implements TrialTracker {
  private final MlflowSettings settings;

  @Inject
  MlflowTracker(MlflowSettings settings) {
    this.settings = settings;
  }

  @Override
  public void track(FinishedTrial trial) {
    try {
      new FileStore(settings.folder().toAbsolutePath().normalize())
          .experiment(Objects.requireNonNullElse(settings.experiment(), trial.suite()))
          .write(
              new StoredRun(
                  StoreId.ofRun(trial.suite(), trial.id()),
                  trial.name(),
                  trial.started().toEpochMilli(),
                  trial.finished().toEpochMilli(),
                  trial.values(),
                  trial.metrics(),
                  tags(trial)));
    } catch (IOException e) {
      throw new LetheException(
          "cannot write into MLflow's file store %s: %s"
              .formatted(settings.folder(), IoFailure.reason(e, settings.folder())),
          e);
    }
  }

  private static Map<String, String> tags(FinishedTrial trial) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("mlflow.runName", trial.name());
    tags.put("mlflow.note.content", trial.headline());
    tags.put("mlflow.source.name", "lethe");
    tags.put("mlflow.source.type", "LOCAL");
    tags.put("lethe.suite", trial.suite());
    tags.put("lethe.trial", trial.id());
    tags.put("lethe.run", trial.directory().toString());
    return tags;
  }
}
