package dev.lethe.runtime;

import dev.lethe.api.LetheException;
import dev.lethe.api.plugin.InstalledPlugin;
import dev.lethe.api.plugin.PluginChange;
import dev.lethe.io.WholeFile;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private final Map<Path, String> rejected = new TreeMap<>();
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
    rejected.keySet().retainAll(now.keySet());
    if (installer.mayAllowMore() || removed) {
      // A jar that was refused for a name it shared with the removed one gets another chance.
      seen.keySet().removeAll(rejected.keySet());
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
      use(file, installer.install(file, old));
    } catch (PluginException e) {
      rejected.put(file, e.getMessage());
      LOG.error(
          "plugin {} is refused: {}{}",
          name(file),
          e.getMessage(),
          old == null ? "" : "; version " + old.getVersion() + " stays");
    }
  }

  private void use(Path file, Bundle fresh) {
    rejected.remove(file);
    Bundle old = current.put(file, fresh);
    if (fresh.equals(old)) {
      return;
    }
    LOG.info("plugin {}: {}, SHA-256 {}", name(file), name(fresh), PluginJar.sha256(fresh));
    if (old != null) {
      retire(old);
    }
  }

  /** Lists the jars of the last look. */
  synchronized List<InstalledPlugin> list() {
    Set<Path> files = new TreeSet<>(current.keySet());
    files.addAll(rejected.keySet());
    return files.stream().map(this::describe).toList();
  }

  /**
   * Loads a jar from elsewhere, and then puts it into the folder: under the name of the file whose
   * plugin it replaces, or under its own symbolic name.
   *
   * @throws PluginException if it cannot be used, in which case nothing has changed
   */
  synchronized PluginChange install(Path source) throws IOException, PluginException {
    PluginJar jar = installer.read(source);
    Path file = place(jar.symbolicName());
    InstalledPlugin before = current.containsKey(file) ? describe(file) : null;
    Bundle old = current.get(file);
    Bundle fresh = installer.install(jar.named(String.valueOf(file.getFileName())), old);
    try {
      WholeFile.write(file, jar.bytes());
    } catch (LetheException e) {
      if (!fresh.equals(old)) {
        installer.uninstall(fresh);
      }
      throw e;
    }
    seen.put(file, FileState.of(file));
    use(file, fresh);
    return new PluginChange(before, describe(file));
  }

  /** Removes a file from the folder. */
  void remove(String file) throws IOException {
    Files.deleteIfExists(folder.resolve(file));
    scan();
  }

  private Path place(String symbolicName) {
    return current.entrySet().stream()
        .filter(each -> symbolicName.equals(each.getValue().getSymbolicName()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> folder.resolve(symbolicName + PluginFolder.ENDING));
  }

  private InstalledPlugin describe(Path file) {
    String name = String.valueOf(file.getFileName());
    String problem = rejected.get(file);
    Bundle bundle = current.get(file);
    return bundle == null
        ? new InstalledPlugin(name, "", "", "", List.of(), problem)
        : new InstalledPlugin(
            name,
            bundle.getSymbolicName(),
            bundle.getVersion().toString(),
            PluginJar.sha256(bundle),
            extender.offers(bundle),
            problem);
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
