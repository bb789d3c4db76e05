package dev.lethe.runtime;

import com.google.inject.Binder;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Scopes;
import com.google.inject.Stage;
import com.google.inject.util.Providers;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.plugin.ExtensionBinding;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.RunScoped;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.SettingsType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;

/**
 * Looks at a bundle's plugin module, and checks that all that a dropped plugin offers can be
 * created.
 */
final class PluginProbe {
  private PluginProbe() {}

  static List<Offer> offers(Bundle bundle) throws PluginException {
    String name = bundle.getHeaders().get(Plugin.HEADER);
    try {
      Class<? extends PluginModule> type = bundle.loadClass(name).asSubclass(PluginModule.class);
      PluginModule module = Offer.newModule(type);
      String sha256 = Hashes.sha256(bundle);
      List<Offer> offers = new ArrayList<>();
      module
          .offers()
          .forEach(
              (key, binding) ->
                  offers.add(
                      new Offer(
                          new ExtensionInfo(
                              key,
                              summary(binding),
                              binding.settings(),
                              bundle.getSymbolicName(),
                              bundle.getVersion().toString(),
                              sha256),
                          binding,
                          type)));
      if (bundle.getLocation().startsWith(PluginJar.LOCATION)) {
        check(module, offers); // what ships with Lethe is checked by its tests
      }
      return offers;
    } catch (CreationException e) {
      throw new PluginException(e.getErrorMessages().iterator().next().getMessage());
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      throw new PluginException("its class " + e.getMessage() + " cannot be loaded");
    } catch (IOException e) {
      throw new PluginException(Reason.of(e));
    }
  }

  private static String summary(ExtensionBinding binding) {
    Summary summary = binding.implementation().getAnnotation(Summary.class);
    if (summary == null) {
      throw new IllegalArgumentException(binding.implementation().getName() + " has no @Summary");
    }
    return summary.value();
  }

  /** Stage.TOOL checks every binding and creates nothing. */
  private static void check(PluginModule module, List<Offer> offers) {
    for (Offer offer : offers) {
      Class<? extends Record> settings = offer.binding().settings();
      if (settings != null) {
        new SettingsType<>(settings).describe();
      }
    }
    Guice.createInjector(
        Stage.TOOL,
        module,
        binder -> {
          binder.bindScope(RunScoped.class, Scopes.SINGLETON);
          binder.bind(RunContext.class).toProvider(Providers.of(null));
          binder.bind(SourceResolver.class).toProvider(Providers.of(null));
          binder.bind(ModelFormats.class).toProvider(Providers.of(null));
          Set<Class<?>> settings = new HashSet<>();
          for (Offer offer : offers) {
            Class<? extends Record> type = offer.binding().settings();
            if (type != null && settings.add(type)) {
              bindSettings(binder, type);
            }
            binder.getProvider(offer.binding().implementation());
          }
        });
  }

  private static <R extends Record> void bindSettings(Binder binder, Class<R> type) {
    binder.bind(type).toProvider(Providers.of(null));
  }
}
