package dev.lethe.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The talk with the driver: it writes a line whenever this process may work, so that two processes
 * never work at the same time; every answer is a line of JSON.
 */
final class Turns {
  private final BufferedReader from;
  private final PrintStream to;
  private final JsonMapper json = new JsonMapper();

  Turns(InputStream from, PrintStream to) {
    this.from = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
    this.to = to;
  }

  /**
   * Waits until it is this process's turn.
   *
   * @throws DriverGoneException if there is no driver any more
   */
  void await() {
    try {
      if (from.readLine() == null) {
        throw new DriverGoneException();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void answer(Map<String, ?> values) {
    try {
      to.println(json.writeValueAsString(values));
      to.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Says what is worth knowing at the end, and stays until the driver has looked at this process.
   */
  void end(Map<String, ?> values) {
    answer(values);
    try {
      from.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says that everything is loaded. */
  void ready() {
    answer(Map.of("ready", true));
  }

  /** Takes turns, answering each with the time that the work took beside what it returns. */
  void take(int turns, Work work) {
    ready();
    for (int turn = 0; turn < turns; turn++) {
      await();
      Stopwatch watch = Stopwatch.start();
      Map<String, Object> found = work.of(turn);
      answer(watch.stop(found));
    }
  }

  /** What is done in a turn, counted from 0. */
  @FunctionalInterface
  interface Work {
    Map<String, Object> of(int turn);
  }

  /** The driver has ended, so there is nothing left to do. */
  static final class DriverGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
