package dev.lethe.shell.command;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.plugin.InstalledPlugin;
import dev.lethe.api.plugin.InstalledPlugins;
import dev.lethe.api.plugin.PluginChange;
import java.nio.file.Path;
import java.util.List;

/** An empty folder of plugins, into which nothing fits: only the runtime loads jars. */
public final class NoPlugins implements InstalledPlugins {

  @Override
  public List<InstalledPlugin> list() {
    return List.of();
  }

  @Override
  public PluginChange install(Path jar) {
    throw new NotFoundException("no " + jar);
  }

  @Override
  public InstalledPlugin remove(String name) {
    throw new NotFoundException("no " + name);
  }
}
