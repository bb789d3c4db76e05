package dev.lethe.api.plugin;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The jars in the folder of plugins. */
@ProviderType
public interface InstalledPlugins {

  /** Lists every jar, sorted by the name of its file, also those that are refused. */
  List<InstalledPlugin> list();

  /**
   * Checks a jar as if it lay in the folder, and then copies it there, whole or not at all. It
   * replaces the plugin whose bundle has its symbolic name.
   *
   * @param jar a file outside the folder
   * @throws NotFoundException if there is no such file
   * @throws LetheException if the jar is refused, in one line that says why; nothing has changed
   */
  PluginChange install(Path jar);

  /**
   * Removes a jar from the folder.
   *
   * @param name its file, with or without {@code .jar}, the symbolic name of its bundle, or the
   *     name of an extension that it offers
   * @return what was there
   * @throws NotFoundException if no jar has this name
   * @throws UsageException if several have it
   */
  InstalledPlugin remove(String name);
}
