package dev.lethe.engine.recipe;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.engine.ConfigKey;
import dev.lethe.engine.config.Config;
import dev.lethe.report.Report;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a configuration's {@code recipe} names: a kind of pipeline, with its own keys at the top of
 * a configuration. A recipe is an extension like any other; the engine knows none by name.
 */
@ConsumerType
public interface Recipe {

  /** Returns the record of the keys at the top of a configuration that are not general ones. */
  Class<? extends Record> settings();

  /**
   * Lists every key that a configuration of this recipe may set, beside the general ones.
   *
   * @param installed whose keys may stand in its blocks
   */
  List<ConfigKey> keys(List<ExtensionInfo> installed);

  /**
   * Checks keys and values against what is installed.
   *
   * @param thoroughness how much is looked at
   * @return the places of the settings that have to be given and are not
   * @throws dev.lethe.api.LetheException if a key is unknown or a value wrong; names each
   */
  List<String> missing(Config config, RecipeContext context, Thoroughness thoroughness);

  /**
   * Lists the blocks of a configuration that name what reads data, models aside.
   *
   * @throws dev.lethe.api.LetheException if a key is unknown or a value wrong
   */
  default List<DataBlock> data(Config config, RecipeContext context) {
    return List.of();
  }

  /**
   * Plans a run. Everything that can fail cheaply fails here.
   *
   * @param config complete
   * @param options how the run is asked for
   * @throws dev.lethe.api.LetheException if the run is not possible
   */
  Pipeline plan(Config config, RecipeContext context, PlanOptions options);

  /**
   * Returns a report of an older schema as one of today's; empty where this recipe did not write
   * it.
   *
   * @throws dev.lethe.api.LetheException if it is damaged
   */
  default Optional<Report> upgraded(OlderDocument document) {
    return Optional.empty();
  }
}
