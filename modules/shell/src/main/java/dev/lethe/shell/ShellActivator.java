package dev.lethe.shell;

import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.InstalledPlugins;
import dev.lethe.engine.Build;
import dev.lethe.engine.Experiments;
import dev.lethe.shell.command.Commands;
import dev.lethe.shell.command.Lethe;
import dev.lethe.shell.console.Console;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Properties;
import java.util.function.ToIntFunction;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** Offers the command line to the launcher. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class ShellActivator implements BundleActivator {

  /** Called by the framework. */
  public ShellActivator() {}

  @Override
  public void start(BundleContext context) throws IOException {
    Path home = Path.of(context.getProperty("lethe.home"));
    Build build = build(home.resolve("conf/build.properties"));
    ToIntFunction<String[]> entry =
        args -> new Commands(lethe(context, build, home)).execute(Console.ofProcess(), args);
    Dictionary<String, Object> properties = new Hashtable<>(Map.of("lethe.entry", true));
    context.registerService(ToIntFunction.class, entry, properties);
  }

  @Override
  public void stop(BundleContext context) {
    // The framework takes the service back.
  }

  private static Lethe lethe(BundleContext context, Build build, Path home) {
    ExtensionRegistry extensions = service(context, ExtensionRegistry.class);
    InstalledPlugins plugins = service(context, InstalledPlugins.class);
    Path user = Path.of(System.getProperty("user.home"), ".lethe");
    return new Lethe(extensions, plugins, Experiments.of(extensions, build, user), build, home);
  }

  private static <S> S service(BundleContext context, Class<S> type) {
    ServiceReference<S> reference = context.getServiceReference(type);
    if (reference == null) {
      throw new IllegalStateException("the runtime has not started");
    }
    return context.getService(reference);
  }

  private static Build build(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new Build(properties.getProperty("version"), properties.getProperty("git-revision"));
  }
}
