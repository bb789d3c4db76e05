package dev.lethe.runtime;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.RunExtensions;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** The extensions that the service registry holds. */
final class OsgiExtensions implements ExtensionRegistry {
  private static final Comparator<ExtensionInfo> ORDER =
      Comparator.comparing((ExtensionInfo info) -> info.key().contract().getSimpleName())
          .thenComparing(info -> info.key().name());

  private final BundleContext context;
  private final Plugins plugins;
  private final Leases leases;
  private final Map<Bundle, String> hashes = new ConcurrentHashMap<>();

  OsgiExtensions(BundleContext context, Plugins plugins, Leases leases) {
    this.context = context;
    this.plugins = plugins;
    this.leases = leases;
  }

  @Override
  public List<ExtensionInfo> list() {
    return plugins.offers().stream().map(Offer::info).sorted(ORDER).toList();
  }

  @Override
  public String codeHash(Class<?> type) {
    Bundle bundle = FrameworkUtil.getBundle(type);
    if (bundle == null) {
      throw new IllegalArgumentException(type.getName() + " comes from no bundle");
    }
    return hashes.computeIfAbsent(bundle, OsgiExtensions::hash);
  }

  private static String hash(Bundle bundle) {
    try {
      return Hashes.sha256(bundle);
    } catch (IOException e) {
      throw new LetheException(
          "cannot read the jar of %s: %s".formatted(bundle.getSymbolicName(), Reason.of(e)), e);
    }
  }

  @Override
  public RunExtensions open(RunContext run) {
    plugins.refresh();
    return new OsgiRun(this, context, leases, run);
  }

  NotFoundException missing(Class<?> contract, String name) {
    String available =
        list().stream()
            .filter(info -> info.key().contract() == contract)
            .map(info -> info.key().name())
            .collect(Collectors.joining(", "));
    return new NotFoundException(
        "No %s named '%s' is installed (available: %s). Is its plugin in plugins/?"
            .formatted(contract.getSimpleName(), name, available.isEmpty() ? "none" : available));
  }
}
