package dev.lethe.runtime;

import dev.lethe.api.plugin.ExtensionKey;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** The services of one plugin. */
final class PublishedPlugin {
  /** The service property that holds the name of an extension. */
  static final String NAME = "name";

  /** The service property that holds what is known of an extension. */
  static final String INFO = "lethe.info";

  /** The service property of an extension that only the runs which already have it may use. */
  static final String RETIRED = "lethe.retired";

  private final Map<Offer, ServiceRegistration<?>> services = new LinkedHashMap<>();

  PublishedPlugin(Bundle bundle, Iterable<Offer> offers) {
    for (Offer offer : offers) {
      services.put(
          offer,
          bundle
              .getBundleContext()
              .registerService(
                  offer.info().key().contract().getName(), offer, properties(offer, false)));
    }
  }

  Set<Offer> offers() {
    return services.keySet();
  }

  boolean has(ExtensionKey key) {
    return offers().stream().anyMatch(offer -> offer.info().key().equals(key));
  }

  /** Hides the services from new runs. */
  void retire() {
    services.forEach((offer, service) -> service.setProperties(properties(offer, true)));
  }

  void withdraw() {
    for (ServiceRegistration<?> service : services.values()) {
      try {
        service.unregister();
      } catch (IllegalStateException e) {
        // A bundle that stops has lost its services already.
        continue;
      }
    }
  }

  private static Dictionary<String, Object> properties(Offer offer, boolean retired) {
    return new Hashtable<>(
        Map.of(
            NAME,
            offer.info().key().name(),
            INFO,
            offer.info(),
            RETIRED,
            retired,
            Constants.SERVICE_RANKING,
            retired ? -1 : 0));
  }
}
