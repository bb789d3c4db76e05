package dev.lethe.fetch.download;

import dev.lethe.api.CancelledException;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The content of an answer, which the thread that asked takes piece by piece. Unlike the client's
 * own input stream it gives up on a server that has fallen silent.
 */
final class Body implements BodySubscriber<Body>, AutoCloseable {
  private sealed interface Signal {}

  private record Piece(List<ByteBuffer> buffers) implements Signal {}

  private record End(@Nullable Throwable failure) implements Signal {}

  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();

  @Override
  public CompletionStage<Body> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription.complete(given);
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    signals.add(new Piece(buffers));
  }

  @Override
  public void onError(Throwable failure) {
    signals.add(new End(failure));
  }

  @Override
  public void onComplete() {
    signals.add(new End(null));
  }

  /**
   * Returns the next piece; none at the end.
   *
   * @throws IOException if the connection broke, or nothing came for too long
   */
  List<ByteBuffer> next(Duration silence) throws IOException {
    Signal signal = take(silence);
    if (signal instanceof Piece piece) {
      subscription.join().request(1);
      return piece.buffers();
    }
    if (signal instanceof End end && end.failure() != null) {
      throw new IOException(end.failure().getMessage(), end.failure());
    }
    if (signal == null) {
      throw new HttpTimeoutException("nothing came for " + silence.toSeconds() + " s");
    }
    return List.of();
  }

  private @Nullable Signal take(Duration silence) {
    try {
      return signals.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  /** Ends the connection if anything is still to come. */
  @Override
  public void close() {
    subscription.thenAccept(Subscription::cancel);
  }
}
