package dev.lethe.fetch.download;

import java.io.IOException;
import java.time.Duration;

/** A server that cannot answer now, and may be able to soon. */
final class TryLater extends IOException {
  private static final long serialVersionUID = 1;

  private final Duration pause;

  /**
   * Creates the failure.
   *
   * @param pause what the server asks to wait; zero if it does not say
   */
  TryLater(String message, Duration pause) {
    super(message);
    this.pause = pause;
  }

  Duration pause() {
    return pause;
  }
}
