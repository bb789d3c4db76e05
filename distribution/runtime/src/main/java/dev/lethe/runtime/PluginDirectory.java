package dev.lethe.runtime;

import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
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

  private final PluginFolder folder;
  private final PluginInstaller installer;
  private final PluginExtender extender;
  private final Leases leases;
  private final Map<Path, FileState> seen = new HashMap<>();
  private final Map<Path, Bundle> current = new TreeMap<>();
  private final Set<Path> rejected = new HashSet<>();
  private final List<Bundle> retired = new ArrayList<>();

  PluginDirectory(
      PluginFolder folder, PluginInstaller installer, PluginExtender extender, Leases leases) {
    this.folder = folder;
    this.installer = installer;
    this.extender = extender;
    this.leases = leases;
    leases.onRelease(this::uninstallRetired);
  }

  /**
   * Looks at the folder and follows what changed since the last look.
   *
   * @return whether nothing is left to another look: a jar that is being written has to settle
   */
  synchronized boolean scan() {
    Map<Path, FileState> now = folder.look();
    if (now == null) {
      return true;
    }
    boolean removed = false;
    for (Path file : List.copyOf(current.keySet())) {
      if (!now.containsKey(file)) {
        LOG.info("plugin {} was removed", name(file));
        retire(current.remove(file));
        removed = true;
      }
    }
    seen.keySet().retainAll(now.keySet());
    if (installer.mayAllowMore() || removed) {
      // A jar that was refused for a name it shared with the removed one gets another chance.
      seen.keySet().removeAll(rejected);
    }
    boolean settled = true;
    for (Map.Entry<Path, FileState> entry : now.entrySet()) {
      if (!entry.getValue().isSettled()) {
        settled = false;
      } else if (!entry.getValue().equals(seen.put(entry.getKey(), entry.getValue()))) {
        load(entry.getKey(), entry.getValue());
      }
    }
    return settled;
  }

  private void load(Path file, FileState state) {
    Bundle old = current.get(file);
    try {
      if (state.problem() != null) {
        throw new PluginException(state.problem());
      }
      Bundle fresh = installer.install(file, old);
      rejected.remove(file);
      if (fresh.equals(old)) {
        return;
      }
      current.put(file, fresh);
      LOG.info("plugin {}: {}, SHA-256 {}", name(file), name(fresh), PluginJar.sha256(fresh));
      if (old != null) {
        retire(old);
      }
    } catch (PluginException e) {
      rejected.add(file);
      LOG.error(
          "plugin {} is refused: {}{}",
          name(file),
          e.getMessage(),
          old == null ? "" : "; version " + old.getVersion() + " stays");
    }
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
        installer.uninstall(bundle);
        LOG.info("plugin {} is uninstalled", name);
      } catch (PluginException e) {
        LOG.error("plugin {} did not stop cleanly: {}", name, e.getMessage());
      }
    }
  }

  private static String name(Path file) {
    return Reason.oneLine(String.valueOf(file.getFileName()));
  }

  private static String name(Bundle bundle) {
    return Reason.oneLine(bundle.getSymbolicName() + " " + bundle.getVersion());
  }
}
