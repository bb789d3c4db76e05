package dev.lethe.benchmark;

import java.util.Map;

/** What one process is started for. */
@FunctionalInterface
interface Job {

  /**
   * Works, turn by turn.
   *
   * @return what is worth knowing at the end
   */
  Map<String, Object> run(Arguments arguments, Lethe lethe, Turns turns);
}
