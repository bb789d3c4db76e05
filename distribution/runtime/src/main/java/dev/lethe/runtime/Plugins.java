package dev.lethe.runtime;

import dev.lethe.api.CancelledException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is published. Nothing happens before the first look, so that a command that needs
 * no plugin does not wait for any; then the directory is watched.
 */
final class Plugins implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);
  private static final long WATCH_MILLIS = 500;
  private static final long LOOK_MILLIS = 50;
  private static final int LOOKS = 20;

  private final PluginExtender extender;
  private final PluginDirectory directory;
  private final ScheduledExecutorService watcher =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lethe-plugins");
            thread.setDaemon(true);
            return thread;
          });
  private boolean open;

  Plugins(PluginExtender extender, PluginDirectory directory) {
    this.extender = extender;
    this.directory = directory;
  }

  /** Lists what new runs can choose from. */
  List<Offer> offers() {
    refresh();
    return extender.offers();
  }

  /** Brings what is published up to date with the directory. */
  synchronized void refresh() {
    if (!open) {
      open = true;
      extender.open();
      watcher.scheduleWithFixedDelay(
          this::watch, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }
    for (int look = 0; look < LOOKS && !directory.scan(); look++) {
      pause();
    }
  }

  /** What is thrown here would end the watch without a word. */
  private void watch() {
    try {
      directory.scan();
    } catch (RuntimeException | Error e) {
      LOG.error("cannot follow the plugins now: {}", Reason.of(e));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  @Override
  public synchronized void close() {
    watcher.shutdownNow();
    if (open) {
      extender.close();
    }
  }
}
