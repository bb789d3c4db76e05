package dev.lethe.api.plugin;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SourceSpec;
import org.osgi.annotation.versioning.ProviderType;

/** Creates the sources that an extension's own settings name. */
@ProviderType
public interface SourceResolver {

  /**
   * Creates a source.
   *
   * @param contract such as {@code CaptionSource.class}
   * @param spec the block that names it
   * @param place the dotted place of the block, for messages
   * @throws NotFoundException if no source of that name is installed
   * @throws SettingsException if its settings are wrong
   */
  <T> T create(Class<T> contract, SourceSpec spec, String place);
}
