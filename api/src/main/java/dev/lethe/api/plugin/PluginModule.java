package dev.lethe.api.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.spi.Elements;
import dev.lethe.api.model.ModelFormats;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Guice module of a plugin. Its {@code configure} offers implementations by name; each is
 * created by constructor injection, once for each use in a run, with its settings, {@link
 * RunContext}, {@link SourceResolver} and {@link ModelFormats} at hand.
 */
public abstract class PluginModule extends AbstractModule {
  private final Map<ExtensionKey, ExtensionBinding> offers = new LinkedHashMap<>();

  /** For subclasses: a module is created without arguments, once for each run. */
  protected PluginModule() {}

  /** Offers an implementation that has settings. */
  protected final <T> void provide(
      Class<T> contract,
      String name,
      Class<? extends T> implementation,
      Class<? extends Record> settings) {
    offer(new ExtensionKey(contract, name), new ExtensionBinding(implementation, settings));
  }

  /** Offers an implementation without settings. */
  protected final <T> void provide(
      Class<T> contract, String name, Class<? extends T> implementation) {
    offer(new ExtensionKey(contract, name), new ExtensionBinding(implementation, null));
  }

  /** Lists what this module offers, without creating any of it. */
  public final Map<ExtensionKey, ExtensionBinding> offers() {
    offers.clear();
    Elements.getElements(this); // runs configure() and throws the bindings away
    return Map.copyOf(offers);
  }

  private void offer(ExtensionKey key, ExtensionBinding binding) {
    @Nullable ExtensionBinding other = offers.put(key, binding);
    if (other != null && !other.equals(binding)) {
      addError(
          "two implementations of %s are named '%s'", key.contract().getSimpleName(), key.name());
    }
  }
}
