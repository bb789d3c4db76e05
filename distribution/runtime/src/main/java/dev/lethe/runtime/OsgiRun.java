package dev.lethe.runtime;

import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.plugin.RunInjector;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.settings.SourceSpec;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;

/**
 * The extensions of one run. The first extension taken from a plugin leases its bundle; from then
 * on the run prefers that bundle, even when it has been retired.
 */
final class OsgiRun implements RunExtensions, SourceResolver {
  private final OsgiExtensions installed;
  private final BundleContext context;
  private final Leases leases;
  private final RunInjector injector;
  private final Set<Bundle> leased = new HashSet<>();
  private final Set<ExtensionInfo> used = new LinkedHashSet<>();
  private final Deque<Runnable> returns = new ArrayDeque<>();
  private boolean closed;

  OsgiRun(OsgiExtensions installed, BundleContext context, Leases leases, RunContext run) {
    this.installed = installed;
    this.context = context;
    this.leases = leases;
    injector = new RunInjector(run, this, new ModelFormats(() -> all(ModelLoader.class)));
  }

  @Override
  public synchronized <T> T create(
      Class<T> contract, String name, Map<String, Object> settings, String place) {
    if (closed) {
      throw new IllegalStateException("the run has ended");
    }
    for (ServiceReference<T> reference : references(contract, name)) {
      T created = create(reference, new Creation(injector, settings, place));
      if (created != null) {
        return created;
      }
    }
    throw installed.missing(contract, name);
  }

  @Override
  public <T> T create(Class<T> contract, SourceSpec spec, String place) {
    return create(contract, spec.source(), spec.settings(), place);
  }

  @Override
  public <T> Map<String, T> all(Class<T> contract) {
    Map<String, T> all = new LinkedHashMap<>();
    for (ExtensionInfo info : installed.list()) {
      if (info.key().contract() == contract) {
        String name = info.key().name();
        all.put(name, create(contract, name, Map.of(), name));
      }
    }
    return all;
  }

  @Override
  public synchronized ExtensionInfo info(Class<?> contract, String name) {
    for (ServiceReference<?> reference : references(contract, name)) {
      ExtensionInfo info = info(reference);
      if (info != null) {
        return info;
      }
    }
    throw installed.missing(contract, name);
  }

  @Override
  public synchronized List<ExtensionInfo> used() {
    return List.copyOf(used);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      returns.forEach(Runnable::run);
      leased.forEach(leases::release);
    }
  }

  /** Returns null if the plugin went away meanwhile. */
  private <T> @Nullable T create(ServiceReference<T> reference, Creation creation) {
    Bundle bundle = reference.getBundle();
    ServiceObjects<T> service = context.getServiceObjects(reference);
    ExtensionInfo info = info(reference);
    if (bundle == null || service == null || info == null) {
      return null;
    }
    if (leased.add(bundle)) {
      leases.acquire(bundle);
    }
    T created = creation.within(service::getService);
    if (created != null) {
      // The registry remembers every object it handed out until it gets it back.
      returns.push(() -> giveBack(service, created));
      used.add(info);
    }
    return created;
  }

  private static <T> void giveBack(ServiceObjects<T> service, T created) {
    try {
      service.ungetService(created);
    } catch (IllegalStateException e) {
      // The framework is stopping and has taken it back already.
      return;
    }
  }

  private static @Nullable ExtensionInfo info(ServiceReference<?> reference) {
    return (ExtensionInfo) reference.getProperty(PublishedPlugin.INFO);
  }

  private <T> List<ServiceReference<T>> references(Class<T> contract, String name) {
    try {
      String filter = "(" + PublishedPlugin.NAME + "=" + escape(name) + ")";
      Comparator<ServiceReference<T>> order =
          Comparator.comparing((ServiceReference<T> r) -> !leased.contains(r.getBundle()))
              .thenComparing(Comparator.reverseOrder());
      return context.getServiceReferences(contract, filter).stream()
          .filter(r -> leased.contains(r.getBundle()) || !isRetired(r))
          .sorted(order)
          .toList();
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isRetired(ServiceReference<?> reference) {
    return Boolean.TRUE.equals(reference.getProperty(PublishedPlugin.RETIRED));
  }

  /** A name comes from a configuration and may hold the special characters of a filter. */
  private static String escape(String name) {
    return name.replaceAll("[\\\\*()]", "\\\\$0");
  }
}
