package dev.lethe.experiment.plan;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.experiment.config.Block;
import dev.lethe.experiment.config.MixedBlock;
import java.util.List;

/** Creates the extensions that a configuration names. */
final class ExtensionFactory {
  private final RunExtensions extensions;

  ExtensionFactory(RunExtensions extensions) {
    this.extensions = extensions;
  }

  /** Creates an extension from a block of its own. */
  <T> Planned<T> create(Class<T> contract, Block block) {
    ExtensionInfo info = extensions.info(contract, block.name());
    T extension = extensions.create(contract, block.name(), block.settings(), block.place());
    return new Planned<>(block, extension, info);
  }

  /** Creates an extension from a block that holds keys of the experiment too. */
  <T> Planned<T> create(Class<T> contract, MixedBlock<?> block, String name) {
    SettingKeys.check(extensions.info(contract, name), block);
    return create(contract, block.as(name));
  }

  /** Lists the extensions that were created, in a fixed order. */
  List<ExtensionInfo> used() {
    return extensions.used();
  }
}
