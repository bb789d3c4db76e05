package dev.lethe.suite.local;

import dev.lethe.api.trial.RunningTrial;
import dev.lethe.api.trial.TrialEnd;
import java.util.Optional;

/**
 * A process. It holds the other end of its input, which the system closes with this process.
 *
 * @param process was just started
 */
record LocalTrial(Process process) implements RunningTrial {

  @Override
  public String place() {
    return "process " + process.pid();
  }

  @Override
  public Optional<TrialEnd> end() {
    return process.isAlive() ? Optional.empty() : Optional.of(TrialEnd.exited(process.exitValue()));
  }

  @Override
  public void stop() {
    process.destroy();
  }

  @Override
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
