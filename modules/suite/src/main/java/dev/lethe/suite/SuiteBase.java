package dev.lethe.suite;

import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An experiment that trials are made of.
 *
 * @param config its configuration
 * @param command runs it, when {@code key=value} are added: {@code run configs/x.yaml}
 * @param making how keys begin that are not the configuration's but belong to what the command
 *     makes first, such as its data; null where it makes nothing, and the configuration has to be
 *     complete
 * @param asking what the command asks of the engine
 */
public record SuiteBase(
    ConfigSource config, List<String> command, @Nullable String making, Asking asking) {

  /** Copies the list. */
  public SuiteBase {
    command = List.copyOf(command);
  }

  /** What the command of a base asks of the engine. */
  @FunctionalInterface
  public interface Asking {

    /**
     * Returns it; makes nothing.
     *
     * @param overrides {@code key=value}
     * @param out the folder of all runs
     * @param installed what is installed
     * @return empty while what the command makes first is not there
     */
    Optional<RunRequest> of(List<String> overrides, Path out, ExtensionRegistry installed);
  }

  /** Returns those of the overrides that are the configuration's. */
  public List<String> ofConfiguration(List<String> overrides) {
    return making == null
        ? overrides
        : overrides.stream().filter(each -> !each.startsWith(making)).toList();
  }
}
