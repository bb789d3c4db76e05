package dev.lethe.runtime;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mirrors a folder of jars into the framework. A changed jar is installed beside its old bundle,
 * which new runs no longer see and which is uninstalled when the last run that uses it ends.
 */
final class PluginDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(PluginDirectory.class);
  private static final Cleaner CLEANER = Cleaner.create();

  private final BundleContext context;
  private final PluginExtender extender;
  private final Leases leases;
  private final Path folder;
  private final AllowList allowed;
  private final Map<Path, FileState> seen = new HashMap<>();
  private final Map<Path, Bundle> current = new TreeMap<>();
  private final Set<Path> rejected = new HashSet<>();
  private final List<Bundle> retired = new ArrayList<>();

  PluginDirectory(
      BundleContext context,
      PluginExtender extender,
      Leases leases,
      Path folder,
      AllowList allowed) {
    this.context = context;
    this.extender = extender;
    this.leases = leases;
    this.folder = folder;
    this.allowed = allowed;
    leases.onRelease(this::uninstallRetired);
  }

  /**
   * Looks at the folder and follows what changed since the last look.
   *
   * @return whether nothing is left to another look: a jar that is being written has to settle
   */
  synchronized boolean scan() {
    Map<Path, FileState> now = look();
    boolean removed = false;
    for (Path file : List.copyOf(current.keySet())) {
      if (!now.containsKey(file)) {
        LOG.info("plugin {} was removed", file.getFileName());
        retire(current.remove(file));
        removed = true;
      }
    }
    seen.keySet().retainAll(now.keySet());
    if (removed) {
      // A jar that was refused for a name it shared with the removed one gets another chance.
      seen.keySet().removeAll(rejected);
    }
    boolean settled = true;
    for (Map.Entry<Path, FileState> entry : now.entrySet()) {
      if (!entry.getValue().isSettled()) {
        settled = false;
      } else if (!entry.getValue().equals(seen.put(entry.getKey(), entry.getValue()))) {
        load(entry.getKey());
      }
    }
    return settled;
  }

  private Map<Path, FileState> look() {
    Map<Path, FileState> now = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
        now.put(file, FileState.of(file));
      }
    } catch (NoSuchFileException e) {
      return Map.of();
    } catch (IOException e) {
      LOG.warn("cannot read {}: {}", folder, e.toString());
    }
    return now;
  }

  private void load(Path file) {
    Bundle old = current.get(file);
    try {
      PluginJar jar = PluginJar.read(file);
      allowed.require(jar.sha256());
      rejected.remove(file);
      if (old != null && old.getLocation().equals(jar.location())) {
        return;
      }
      Bundle fresh = install(jar);
      current.put(file, fresh);
      LOG.info(
          "plugin {}: {} {}, SHA-256 {}",
          jar.name(),
          fresh.getSymbolicName(),
          fresh.getVersion(),
          jar.sha256());
      if (old != null) {
        retire(old);
      }
    } catch (IOException | PluginException | BundleException e) {
      rejected.add(file);
      LOG.error(
          "plugin {} is refused: {}{}",
          file.getFileName(),
          oneLine(e),
          old == null ? "" : "; version " + old.getVersion() + " stays");
    }
  }

  private Bundle install(PluginJar jar) throws BundleException, PluginException {
    Bundle fresh = context.installBundle(jar.location(), jar.open());
    @Nullable String problem;
    try {
      fresh.start(Bundle.START_TRANSIENT);
      problem = extender.takeProblem(fresh);
    } catch (BundleException e) {
      fresh.uninstall();
      throw e;
    }
    if (problem != null) {
      fresh.uninstall();
      throw new PluginException(problem);
    }
    return fresh;
  }

  private void retire(Bundle bundle) {
    extender.retire(bundle);
    retired.add(bundle);
    int runs = leases.count(bundle);
    if (runs > 0) {
      LOG.info("plugin {} stays for {} running experiment(s)", name(bundle), runs);
    }
    uninstallRetired();
  }

  private synchronized void uninstallRetired() {
    for (Bundle bundle : List.copyOf(retired)) {
      if (leases.count(bundle) > 0) {
        continue;
      }
      String name = name(bundle);
      retired.remove(bundle);
      ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
      CLEANER.register(loader, () -> LOG.info("plugin {} has left memory", name));
      try {
        bundle.uninstall();
        LOG.info("plugin {} is uninstalled", name);
      } catch (BundleException e) {
        LOG.warn("plugin {} could not be uninstalled: {}", name, oneLine(e));
      }
    }
  }

  private static String name(Bundle bundle) {
    return bundle.getSymbolicName() + " " + bundle.getVersion();
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }
}
