package dev.lethe.api.plugin;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.settings.SettingsException;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The extensions of one run. A plugin that the run has taken an extension from stays as it is until
 * the run closes this, even when its jar is replaced or removed.
 */
@ProviderType
public interface RunExtensions extends AutoCloseable {

  /**
   * Creates an extension.
   *
   * @param settings its block of the configuration
   * @param place the dotted place of the block, for messages
   * @throws NotFoundException if there is none of that name; the message lists those there are
   * @throws SettingsException if the settings are wrong
   */
  <T> T create(Class<T> contract, String name, Map<String, Object> settings, String place);

  /**
   * Creates every installed extension of a contract whose extensions have no settings.
   *
   * @return them by name, in alphabetical order
   */
  <T> Map<String, T> all(Class<T> contract);

  /** Returns what is known of an extension, without creating it. */
  ExtensionInfo info(Class<?> contract, String name);

  /** Returns the extensions this run has created so far, each once. */
  List<ExtensionInfo> used();

  @Override
  void close();
}
