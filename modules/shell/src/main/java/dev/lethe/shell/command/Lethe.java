package dev.lethe.shell.command;

import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.engine.Build;
import dev.lethe.engine.Experiments;
import java.nio.file.Path;

/**
 * What commands work with.
 *
 * @param extensions what is installed
 * @param experiments plans, runs and keeps experiments
 * @param build which build of Lethe this is
 * @param home the folder of the distribution
 */
public record Lethe(
    ExtensionRegistry extensions, Experiments experiments, Build build, Path home) {}
