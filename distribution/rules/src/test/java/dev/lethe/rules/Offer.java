package dev.lethe.rules;

import dev.lethe.api.plugin.ExtensionBinding;
import dev.lethe.api.plugin.ExtensionKey;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An extension that a module of the build offers.
 *
 * @param module where it comes from
 * @param key its contract and name
 * @param binding its implementation
 */
public record Offer(BuiltModule module, ExtensionKey key, ExtensionBinding binding) {

  /** Returns everything that is offered, sorted by contract and name. */
  public static List<Offer> all() throws IOException, ReflectiveOperationException {
    List<Offer> offers = new ArrayList<>();
    for (BuiltModule module : Product.modules()) {
      Optional<String> door = door(module);
      if (door.isPresent()) {
        plugin(door.get())
            .offers()
            .forEach((key, binding) -> offers.add(new Offer(module, key, binding)));
      }
    }
    offers.sort(Comparator.comparing(Offer::kind).thenComparing(offer -> offer.key().name()));
    return offers;
  }

  /** Returns the class that a module's manifest names as its plugin, as the runtime finds it. */
  public static Optional<String> door(BuiltModule module) throws IOException {
    return module.manifest().map(manifest -> manifest.getMainAttributes().getValue(Plugin.HEADER));
  }

  /** Returns the simple name of the contract. */
  public String kind() {
    return key.contract().getSimpleName();
  }

  @Override
  public String toString() {
    return "%s '%s' of %s".formatted(kind(), key.name(), module.name());
  }

  private static PluginModule plugin(String className) throws ReflectiveOperationException {
    return (PluginModule) Class.forName(className).getConstructor().newInstance();
  }
}
