package dev.lethe.runtime;

import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.InstalledPlugins;
import dev.lethe.api.plugin.Plugin;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Wires the runtime and offers the registry of extensions. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
@Capability(namespace = "osgi.extender", name = Plugin.EXTENDER, version = "1.0.0")
public final class RuntimeActivator implements BundleActivator {
  private @Nullable Plugins plugins;

  /** Called by the framework. */
  public RuntimeActivator() {}

  @Override
  public void start(BundleContext context) {
    Path home = Path.of(context.getProperty("lethe.home"));
    Leases leases = new Leases();
    PluginExtender extender = new PluginExtender(context);
    AllowList allowed = new AllowList(home.resolve("conf/plugins.sha256"));
    TrustedKeys keys = new TrustedKeys(home.resolve("conf/plugin-keys"));
    PluginDirectory directory =
        new PluginDirectory(
            new PluginFolder(home.resolve("plugins")),
            new PluginInstaller(context, extender, allowed, keys),
            extender,
            leases);
    plugins = new Plugins(extender, directory);
    context.registerService(
        ExtensionRegistry.class, new OsgiExtensions(context, plugins, leases), null);
    context.registerService(InstalledPlugins.class, new PluginChanges(plugins, directory), null);
  }

  @Override
  public void stop(BundleContext context) {
    if (plugins != null) {
      plugins.close();
    }
  }
}
