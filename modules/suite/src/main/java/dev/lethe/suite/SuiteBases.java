package dev.lethe.suite;

import dev.lethe.engine.ConfigSource;

/** Finds the experiments that suites name. */
@FunctionalInterface
public interface SuiteBases {

  /**
   * Finds one.
   *
   * @param name what the suite calls it, such as the path of a configuration
   * @param suite where the suite is written
   * @throws dev.lethe.api.NotFoundException if there is none
   */
  SuiteBase find(String name, ConfigSource suite);
}
