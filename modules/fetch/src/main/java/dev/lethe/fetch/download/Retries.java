package dev.lethe.fetch.download;

import java.time.Duration;

/**
 * How patient a download is.
 *
 * @param attempts how often it is tried without getting any further
 * @param pause what it waits before the second attempt; doubled for each further one
 * @param silence after which time without a byte a connection is given up
 */
public record Retries(int attempts, Duration pause, Duration silence) {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Returns the patience for servers of strangers. */
  public static Retries patient() {
    return new Retries(5, Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  /** Returns the pause after some failures, or what the server asks for if that is more. */
  Duration after(int failures, Duration asked) {
    Duration own = pause.multipliedBy(1L << (failures - 1));
    Duration longer = asked.compareTo(own) > 0 ? asked : own;
    return longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
  }
}
