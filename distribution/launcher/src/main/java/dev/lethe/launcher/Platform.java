package dev.lethe.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.ToIntFunction;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A running framework with the bundles of a distribution. {@code bundles/} are started; {@code
 * bundles/libraries/} are only installed and resolved when somebody needs them.
 */
final class Platform implements Closeable {
  private static final String ENTRY = "(lethe.entry=true)";
  private static final long STOP_MILLIS = 10_000;

  private final Framework framework;

  private Platform(Framework framework) {
    this.framework = framework;
  }

  /**
   * Starts the framework.
   *
   * @param home the folder of a distribution
   * @param storage an empty folder
   * @throws IOException if it does not start; the message says why
   */
  static Platform start(Path home, Path storage) throws IOException {
    Map<String, String> config = new HashMap<>();
    config.put(Constants.FRAMEWORK_STORAGE, storage.toString());
    config.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    config.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, HostPackages.of(home.resolve("lib/host")));
    config.put("felix.service.urlhandlers", "false");
    config.put("felix.cache.locking", "false");
    config.put("felix.log.level", "0"); // who starts or stops a bundle says in one line what failed
    // Bundles resolved by other threads fail for good where the thread that waits is interrupted.
    config.put("felix.resolver.parallelism", "1");
    config.put("lethe.home", home.toString());
    Platform platform =
        new Platform(
            ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(config));
    try {
      platform.framework.start();
      platform.install(home);
    } catch (BundleException e) {
      throw new IOException("%s (%s)".formatted(e.getMessage(), StartFailure.reason(e)), e);
    }
    return platform;
  }

  /** Returns the context of the framework itself. */
  private BundleContext context() {
    return framework.getBundleContext();
  }

  /**
   * Runs a command. The entry is a service with a type of the JDK, so that this launcher and the
   * bundles share no class of their own.
   *
   * @return its exit code
   */
  @SuppressWarnings("rawtypes")
  int call(String... args) {
    try {
      ServiceReference<ToIntFunction> entry =
          context().getServiceReferences(ToIntFunction.class, ENTRY).stream()
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no bundle offers a command line"));
      @SuppressWarnings("unchecked")
      ToIntFunction<String[]> commands = (ToIntFunction<String[]>) context().getService(entry);
      return commands.applyAsInt(args);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void install(Path home) throws IOException, BundleException {
    List<Bundle> bundles = new ArrayList<>();
    for (Path jar : HostPackages.jars(home.resolve("bundles"))) {
      bundles.add(context().installBundle("reference:" + jar.toUri()));
    }
    for (Path jar : HostPackages.jars(home.resolve("bundles/libraries"))) {
      context().installBundle("reference:" + jar.toUri());
    }
    // One look at all of them is faster than one for each that starts.
    framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
    for (Bundle bundle : bundles) {
      bundle.start(Bundle.START_TRANSIENT);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      framework.stop();
      framework.waitForStop(STOP_MILLIS);
    } catch (BundleException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
