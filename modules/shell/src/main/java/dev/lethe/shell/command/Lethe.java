package dev.lethe.shell.command;

import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.experiment.Build;
import java.nio.file.Path;

/**
 * What commands work with.
 *
 * @param extensions what is installed
 * @param build which build of Lethe this is
 * @param home the folder of the distribution
 */
public record Lethe(ExtensionRegistry extensions, Build build, Path home) {}
