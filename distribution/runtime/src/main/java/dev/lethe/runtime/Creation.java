package dev.lethe.runtime;

import dev.lethe.api.LetheException;
import dev.lethe.api.plugin.RunInjector;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run passes to the service that creates an extension for it. The service registry takes no
 * arguments and swallows exceptions, so both go along with the thread.
 */
final class Creation {
  private static final ThreadLocal<@Nullable Creation> CURRENT = new ThreadLocal<>();

  private final RunInjector injector;
  private final Map<String, Object> settings;
  private final String place;
  private @Nullable RuntimeException failure;

  Creation(RunInjector injector, Map<String, Object> settings, String place) {
    this.injector = injector;
    this.settings = settings;
    this.place = place;
  }

  static Creation current() {
    Creation current = CURRENT.get();
    if (current == null) {
      throw new IllegalStateException("extensions are created by runs only");
    }
    return current;
  }

  /** Asks a service for an object; creations nest where one extension builds on another. */
  <T> @Nullable T within(Supplier<@Nullable T> service) {
    Creation outer = CURRENT.get();
    CURRENT.set(this);
    try {
      T created = service.get();
      if (failure != null) {
        throw failure;
      }
      return created;
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  Object create(Offer offer) {
    try {
      return injector.create(offer.module(), offer::newModule, offer.binding(), settings, place);
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    } catch (Error e) {
      failure =
          new LetheException(
              "%s: '%s' of %s cannot be created: %s"
                  .formatted(place, offer.info().key().name(), offer.info().bundle(), Reason.of(e)),
              e);
      throw failure;
    }
  }
}
