package dev.lethe.shell.command;

import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.InstalledPlugins;
import dev.lethe.engine.Build;
import dev.lethe.engine.Experiments;
import dev.lethe.suite.Suites;
import java.nio.file.Path;

/**
 * What commands work with.
 *
 * @param extensions what is installed
 * @param plugins the jars that were dropped in
 * @param experiments plans, runs and keeps experiments
 * @param suites runs many experiments
 * @param build which build of Lethe this is
 * @param home the folder of the distribution
 */
public record Lethe(
    ExtensionRegistry extensions,
    InstalledPlugins plugins,
    Experiments experiments,
    Suites suites,
    Build build,
    Path home) {

  /**
   * Creates what commands work with, suites of processes among it.
   *
   * @param extensions what is installed
   * @param plugins the jars that were dropped in
   * @param experiments plans, runs and keeps experiments
   * @param build which build of Lethe this is
   * @param home the folder of the distribution
   */
  public Lethe(
      ExtensionRegistry extensions,
      InstalledPlugins plugins,
      Experiments experiments,
      Build build,
      Path home) {
    this(
        extensions,
        plugins,
        experiments,
        Suites.of(extensions, experiments, new Bases(home), build, home.resolve("bin/lethe")),
        build,
        home);
  }
}
