package dev.lethe.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a jar into an active, published bundle, and that into nothing. */
final class PluginInstaller {
  private static final Logger LOG = LoggerFactory.getLogger(PluginInstaller.class);

  private final BundleContext context;
  private final PluginExtender extender;
  private final AllowList allowed;
  private final TrustedKeys keys;

  PluginInstaller(
      BundleContext context, PluginExtender extender, AllowList allowed, TrustedKeys keys) {
    this.context = context;
    this.extender = extender;
    this.allowed = allowed;
    this.keys = keys;
  }

  /** Returns whether a jar that was refused may be allowed by now. */
  boolean mayAllowMore() {
    return allowed.hasChanged() | keys.hasChanged(); // each has to look
  }

  /**
   * Installs a jar beside what is there.
   *
   * @param old the bundle that the jar became before, or null
   * @return the bundle; the old one if the content is the same
   * @throws PluginException if it cannot be used, in which case nothing of it stays
   */
  Bundle install(Path file, @Nullable Bundle old) throws PluginException {
    return call(() -> read(file), old);
  }

  /** Installs what was read already, as {@link #install(Path, Bundle)} does. */
  Bundle install(PluginJar jar, @Nullable Bundle old) throws PluginException {
    return call(() -> jar, old);
  }

  /** Reads a jar that may be loaded, if all it offers can be created. */
  PluginJar read(Path file) throws IOException, PluginException {
    PluginJar jar = PluginJar.read(file, keys, context.getDataFile("").toPath());
    allowed.require(jar.sha256());
    return jar;
  }

  private Bundle call(Callable<PluginJar> jar, @Nullable Bundle old) throws PluginException {
    AtomicReference<@Nullable Bundle> begun = new AtomicReference<>();
    return ForeignCode.call(
        "start", () -> installed(jar.call(), old, begun), () -> abandon(begun.get()));
  }

  private Bundle installed(
      PluginJar jar, @Nullable Bundle old, AtomicReference<@Nullable Bundle> begun)
      throws BundleException, PluginException {
    if (old != null && old.getLocation().equals(jar.location())) {
      return old;
    }
    Bundle fresh = context.installBundle(jar.location(), jar.open());
    begun.set(fresh);
    boolean usable = false;
    try {
      ContractVersions.require(fresh, context);
      fresh.start(Bundle.START_TRANSIENT);
      extender.requirePublished(fresh);
      usable = true;
      return fresh;
    } finally {
      if (!usable) {
        fresh.uninstall();
      }
    }
  }

  /** Takes back a plugin that started after nobody waited for it any more. */
  private static void abandon(@Nullable Bundle late) {
    try {
      if (late != null && late.getState() != Bundle.UNINSTALLED) {
        late.uninstall();
      }
    } catch (BundleException e) {
      LOG.error("{} is not uninstalled: {}", Reason.oneLine(late.getLocation()), Reason.of(e));
    }
  }

  /**
   * Stops and uninstalls a bundle.
   *
   * @throws PluginException if its code did not let that happen
   */
  void uninstall(Bundle bundle) throws PluginException {
    ForeignCode.call("stop", () -> stopped(bundle), () -> {});
  }

  private static Bundle stopped(Bundle bundle) throws BundleException {
    try {
      bundle.stop();
    } finally {
      bundle.uninstall();
    }
    return bundle;
  }
}
