package dev.lethe.engine.extension;

import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.MixedBlock;
import java.util.List;

/** Creates the extensions that a configuration names. */
public final class ExtensionFactory {
  private final RunExtensions extensions;

  /** Creates a factory of the extensions of a run. */
  public ExtensionFactory(RunExtensions extensions) {
    this.extensions = extensions;
  }

  /** Creates an extension from a block of its own. */
  public <T> Planned<T> create(Class<T> contract, Block block) {
    ExtensionInfo info = extensions.info(contract, block.name());
    T extension = extensions.create(contract, block.name(), block.settings(), block.place());
    return new Planned<>(block, extension, info);
  }

  /** Creates an extension from a block that holds keys of the experiment too. */
  public <T> Planned<T> create(Class<T> contract, MixedBlock<?> block, String name) {
    SettingKeys.check(extensions.info(contract, name), block);
    return create(contract, block.as(name));
  }

  /** Returns the checkpoint formats that are installed. */
  public ModelFormats modelFormats() {
    return new ModelFormats(() -> extensions.all(ModelLoader.class));
  }

  /** Lists the extensions that were created, in a fixed order. */
  public List<ExtensionInfo> used() {
    return extensions.used();
  }

  /** Returns what is known of an extension, without creating it. */
  public ExtensionInfo info(Class<?> contract, String name) {
    return extensions.info(contract, name);
  }
}
