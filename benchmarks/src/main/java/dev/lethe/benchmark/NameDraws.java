package dev.lethe.benchmark;

import java.util.Map;
import java.util.Set;

/** Draws {@code count} names as an audit draws its candidates. */
final class NameDraws implements Job {
  @Override
  public Map<String, Object> run(Arguments arguments, Lethe lethe, Turns turns) {
    return Map.of("names", lethe.randomNames().draw(arguments.number("count"), 0, Set.of()));
  }
}
