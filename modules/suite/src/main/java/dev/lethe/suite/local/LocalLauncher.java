package dev.lethe.suite.local;

import dev.lethe.api.LetheException;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.trial.RunningTrial;
import dev.lethe.api.trial.TrialCommand;
import dev.lethe.api.trial.TrialLauncher;
import dev.lethe.io.IoFailure;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trials as processes of this machine, which end with this one. */
@Summary(
    "Starts trials on this machine; divides its threads among them, and its GPUs where there are several.")
final class LocalLauncher implements TrialLauncher {
  /** OpenMP computes with as many, and so does what reads pictures. */
  private static final String THREADS = "OMP_NUM_THREADS";

  private static final String ENDS_WITH_INPUT = "LETHE_ENDS_WITH_INPUT";

  private final LocalLauncherSettings settings;
  private final List<String> gpus;

  @Inject
  LocalLauncher(LocalLauncherSettings settings) {
    this.settings = settings;
    gpus = Gpus.of(System.getenv(Gpus.VISIBLE));
  }

  @Override
  public List<RunningTrial> start(List<TrialCommand> trials) {
    List<RunningTrial> started = new ArrayList<>();
    try {
      trials.forEach(trial -> started.add(start(trial)));
      return started;
    } catch (LetheException e) {
      started.forEach(RunningTrial::kill);
      throw e;
    }
  }

  private RunningTrial start(TrialCommand trial) {
    ProcessBuilder builder = new ProcessBuilder(trial.command());
    builder.redirectErrorStream(true);
    builder.redirectInput(Redirect.PIPE);
    builder.redirectOutput(Redirect.appendTo(trial.log().toFile()));
    divide(builder.environment(), trial);
    builder.environment().put(ENDS_WITH_INPUT, "1");
    try {
      return new LocalTrial(builder.start());
    } catch (IOException e) {
      throw IoFailure.cannot("start", Path.of(trial.command().get(0)), e);
    }
  }

  private void divide(Map<String, String> environment, TrialCommand trial) {
    Integer threads = settings.threads();
    if (threads != null) {
      environment.put(THREADS, threads.toString());
    } else if (trial.slots() > 1) {
      int processors = Runtime.getRuntime().availableProcessors();
      environment.putIfAbsent(THREADS, Integer.toString(Math.max(1, processors / trial.slots())));
    }
    if (gpus.size() > 1) {
      environment.put(Gpus.VISIBLE, gpus.get(trial.slot() % gpus.size()));
    }
  }
}
