package dev.lethe.suite;

import dev.lethe.engine.ConfigSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment that trials are made of.
 *
 * @param config its configuration
 * @param command runs it, when {@code key=value} are added: {@code run configs/x.yaml}
 * @param making how keys begin that are not the configuration's but belong to what the command
 *     makes first, such as its data; null where it makes nothing, and the configuration has to be
 *     complete
 */
public record SuiteBase(ConfigSource config, List<String> command, @Nullable String making) {

  /** Copies the list. */
  public SuiteBase {
    command = List.copyOf(command);
  }

  /** Returns those of the overrides that are the configuration's. */
  public List<String> ofConfiguration(List<String> overrides) {
    return making == null
        ? overrides
        : overrides.stream().filter(each -> !each.startsWith(making)).toList();
  }
}
