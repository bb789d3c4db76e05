package dev.lethe.runtime;

import dev.lethe.api.CancelledException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls what belongs to a plugin on a thread of its own: it may throw anything, and may never
 * return. Nobody can end a thread that does not want to, but nobody has to wait for it either.
 */
final class ForeignCode {
  private static final long PATIENCE_SECONDS = 20;

  private ForeignCode() {}

  /**
   * Returns what the code returns.
   *
   * @param verb what it was to do, for messages: {@code start}
   * @param late undoes what the code did if it returns after all
   * @throws PluginException if it failed, or did not return in time
   * @throws CancelledException if this thread was interrupted
   */
  static <T> T call(String verb, Callable<T> code, Runnable late) throws PluginException {
    FutureTask<T> task = new FutureTask<>(code);
    Runnable body =
        () -> {
          task.run();
          if (task.isCancelled()) {
            late.run();
          }
        };
    Thread thread = new Thread(body, "lethe-plugin-" + verb);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      giveUp(task, late);
      throw new PluginException("it did not %s in %d s".formatted(verb, PATIENCE_SECONDS));
    } catch (ExecutionException e) {
      throw new PluginException(Reason.of(e.getCause()));
    } catch (InterruptedException e) {
      giveUp(task, late);
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private static void giveUp(FutureTask<?> task, Runnable late) {
    if (!task.cancel(true)) {
      late.run(); // it has returned at this very moment
    }
  }
}
