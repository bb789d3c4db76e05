package dev.lethe.runtime;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.InstalledPlugin;
import dev.lethe.api.plugin.InstalledPlugins;
import dev.lethe.api.plugin.PluginChange;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a user does to the folder of plugins by commands. */
final class PluginChanges implements InstalledPlugins {
  private final Plugins plugins;
  private final PluginDirectory directory;

  PluginChanges(Plugins plugins, PluginDirectory directory) {
    this.plugins = plugins;
    this.directory = directory;
  }

  @Override
  public List<InstalledPlugin> list() {
    plugins.refresh();
    return directory.list();
  }

  @Override
  public PluginChange install(Path jar) {
    plugins.refresh();
    try {
      return directory.install(jar);
    } catch (PluginException e) {
      throw new LetheException("%s is refused: %s".formatted(jar, e.getMessage()));
    } catch (IOException e) {
      throw IoFailure.cannotRead(jar, e);
    }
  }

  @Override
  public InstalledPlugin remove(String name) {
    List<InstalledPlugin> there = list();
    List<InstalledPlugin> named = there.stream().filter(each -> isNamed(each, name)).toList();
    if (named.isEmpty()) {
      throw new NotFoundException(
          "no plugin in plugins/ is named '%s' (there: %s)"
              .formatted(name, there.isEmpty() ? "none" : files(there)));
    }
    if (named.size() > 1) {
      throw new UsageException(
          "several plugins are named '%s'; say which file: %s".formatted(name, files(named)));
    }
    try {
      directory.remove(named.get(0).file());
    } catch (IOException e) {
      throw IoFailure.cannotWrite(Path.of("plugins", named.get(0).file()), e);
    }
    return named.get(0);
  }

  private static boolean isNamed(InstalledPlugin plugin, String name) {
    return plugin.file().equals(name)
        || plugin.file().equals(name + PluginFolder.ENDING)
        || plugin.bundle().equals(name)
        || plugin.offers().stream().anyMatch(key -> key.name().equals(name));
  }

  private static String files(List<InstalledPlugin> plugins) {
    return plugins.stream().map(InstalledPlugin::file).collect(Collectors.joining(", "));
  }
}
