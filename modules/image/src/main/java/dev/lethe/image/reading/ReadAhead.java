package dev.lethe.image.reading;

import dev.lethe.api.CancelledException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads things on other threads while the caller computes. They come in their order, and never more
 * than a bounded number is read ahead.
 *
 * @param <T> what is read
 */
public final class ReadAhead<T> implements AutoCloseable {
  private final ExecutorService reader =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          work -> {
            Thread thread = new Thread(work, "read-ahead");
            thread.setDaemon(true);
            return thread;
          });
  private final Queue<Future<T>> reading = new ArrayDeque<>();
  private final Iterator<? extends Runnable> starts;

  /**
   * Begins to read.
   *
   * @param sources what to read from, drawn as far as is read ahead
   * @param read reads one; called on several other threads at once
   * @param ahead the most that is read before it is asked for, at least 1
   */
  public <S> ReadAhead(Stream<S> sources, Function<S, T> read, int ahead) {
    starts =
        sources
            .map(source -> (Runnable) () -> reading.add(reader.submit(() -> read.apply(source))))
            .iterator();
    for (int i = 0; i < ahead && starts.hasNext(); i++) {
      starts.next().run();
    }
  }

  /** Returns whether there is more. */
  public boolean hasNext() {
    return !reading.isEmpty();
  }

  /**
   * Returns the next few.
   *
   * @param most how many at most, at least 1
   * @throws RuntimeException what reading one of them has thrown
   */
  public List<T> next(int most) {
    List<T> batch = new ArrayList<>();
    while (batch.size() < most && !reading.isEmpty()) {
      batch.add(await(reading.remove()));
      if (starts.hasNext()) {
        starts.next().run();
      }
    }
    return batch;
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
