package dev.lethe.runtime;

import dev.lethe.api.plugin.ExtensionKey;
import dev.lethe.api.plugin.Plugin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes what every active bundle with a {@link Plugin} header offers. */
final class PluginExtender extends BundleTracker<@Nullable PublishedPlugin> {
  private static final Logger LOG = LoggerFactory.getLogger(PluginExtender.class);

  private final Map<Bundle, String> problems = new ConcurrentHashMap<>();
  private final Set<Bundle> retired = ConcurrentHashMap.newKeySet();

  PluginExtender(BundleContext context) {
    super(context, Bundle.ACTIVE, null);
  }

  @Override
  public @Nullable PublishedPlugin addingBundle(Bundle bundle, @Nullable BundleEvent event) {
    if (bundle.getHeaders().get(Plugin.HEADER) == null) {
      return null;
    }
    try {
      List<Offer> offers = PluginProbe.offers(bundle);
      refuseDuplicates(bundle, offers);
      return new PublishedPlugin(bundle, offers);
    } catch (Throwable e) { // a plugin's code may throw anything
      String problem = Reason.of(e);
      problems.put(bundle, problem);
      if (!bundle.getLocation().startsWith(PluginJar.LOCATION)) {
        LOG.error("{} offers nothing: {}", bundle.getSymbolicName(), problem);
      }
      return null;
    }
  }

  @Override
  public void removedBundle(
      Bundle bundle, @Nullable BundleEvent event, @Nullable PublishedPlugin plugin) {
    retired.remove(bundle);
    if (plugin != null) {
      plugin.withdraw();
    }
  }

  /**
   * Makes sure that an active bundle is published.
   *
   * @throws PluginException saying why it is not
   */
  void requirePublished(Bundle bundle) throws PluginException {
    String problem = problems.remove(bundle);
    if (problem != null) {
      throw new PluginException(problem);
    }
    if (getObject(bundle) == null) {
      throw new PluginException("it offers nothing");
    }
  }

  /** Hides a plugin from new runs. */
  void retire(Bundle bundle) {
    retired.add(bundle);
    PublishedPlugin plugin = getObject(bundle);
    if (plugin != null) {
      plugin.retire();
    }
  }

  /** Returns what a bundle offers. */
  List<ExtensionKey> offers(Bundle bundle) {
    PublishedPlugin plugin = getObject(bundle);
    return plugin == null
        ? List.of()
        : plugin.offers().stream().map(offer -> offer.info().key()).toList();
  }

  /** Returns what new runs can choose from. */
  List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    getTracked()
        .forEach(
            (bundle, plugin) -> {
              if (plugin != null && !retired.contains(bundle)) {
                offers.addAll(plugin.offers());
              }
            });
    return offers;
  }

  private void refuseDuplicates(Bundle fresh, List<Offer> offers) throws PluginException {
    Set<Bundle> others = new HashSet<>(getTracked().keySet());
    others.removeIf(other -> retired.contains(other) || source(other).equals(source(fresh)));
    for (Bundle other : others) {
      PublishedPlugin plugin = getObject(other);
      for (Offer offer : offers) {
        ExtensionKey key = offer.info().key();
        if (plugin != null && plugin.has(key)) {
          throw new PluginException(
              "%s '%s' is already offered by %s"
                  .formatted(key.contract().getSimpleName(), key.name(), name(other)));
        }
      }
    }
  }

  /** A jar that is replaced keeps its source, so that its new content may offer the same names. */
  private static String source(Bundle bundle) {
    return PluginJar.source(bundle.getLocation());
  }

  private static String name(Bundle bundle) {
    String source = source(bundle);
    return source.startsWith(PluginJar.LOCATION)
        ? source.substring(PluginJar.LOCATION.length())
        : bundle.getSymbolicName();
  }
}
