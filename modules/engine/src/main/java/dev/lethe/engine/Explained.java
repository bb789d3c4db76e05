package dev.lethe.engine;

import ai.djl.engine.EngineException;
import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.tensor.TorchFailure;
import java.util.function.Supplier;

/** Work whose failures a user can act on. */
final class Explained {
  private Explained() {}

  /**
   * Does the work. An interrupt closes the files that are being read: what fails then was stopped.
   *
   * @throws CancelledException if the thread was interrupted
   * @throws LetheException if the work fails
   */
  static <T> T cancellable(Supplier<T> work) {
    try {
      return work.get();
    } catch (EngineException e) {
      throw stopped(TorchFailure.explain(e));
    } catch (LetheException e) {
      throw stopped(e);
    }
  }

  private static LetheException stopped(LetheException failure) {
    if (!Thread.currentThread().isInterrupted() || failure instanceof CancelledException) {
      return failure;
    }
    CancelledException stopped = new CancelledException();
    stopped.addSuppressed(failure);
    return stopped;
  }
}
