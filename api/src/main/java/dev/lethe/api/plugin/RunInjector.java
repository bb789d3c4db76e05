package dev.lethe.api.plugin;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Scopes;
import dev.lethe.api.LetheException;
import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.settings.SettingsType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The object graph of one run: an injector for the run, below it one for each plugin, below that
 * one for each extension with its settings. What is {@link RunScoped} lives as long as this.
 */
public final class RunInjector {
  private final Injector root;
  private final Map<Object, Injector> plugins = new HashMap<>();

  /** Creates the graph of a run. */
  public RunInjector(RunContext context, SourceResolver sources, ModelFormats formats) {
    root =
        Guice.createInjector(
            binder -> {
              binder.bindScope(RunScoped.class, Scopes.SINGLETON);
              binder.bind(RunContext.class).toInstance(context);
              binder.bind(SourceResolver.class).toInstance(sources);
              binder.bind(ModelFormats.class).toInstance(formats);
            });
  }

  /**
   * Creates an extension.
   *
   * @param plugin what tells plugins apart, such as the class of the module
   * @param module creates the plugin's module; asked once for each plugin
   * @param binding how the extension is created
   * @param values its block of the configuration
   * @param place the dotted place of the block, for messages
   */
  public synchronized Object create(
      Object plugin,
      Supplier<? extends PluginModule> module,
      ExtensionBinding binding,
      Map<String, Object> values,
      String place) {
    Injector shared = plugins.computeIfAbsent(plugin, p -> root.createChildInjector(module.get()));
    Class<? extends Record> type = binding.settings();
    if (type == null && !values.isEmpty()) {
      throw SettingsType.unknown(values.keySet().iterator().next(), List.of(), place);
    }
    Injector own =
        type == null ? shared : shared.createChildInjector(settings(type, values, place));
    try {
      return own.getInstance(binding.implementation());
    } catch (ProvisionException e) {
      if (e.getCause() instanceof LetheException refused) {
        throw refused;
      }
      throw e;
    }
  }

  private static <R extends Record> Module settings(
      Class<R> type, Map<String, Object> values, String place) {
    R settings = new SettingsType<>(type).read(values, place);
    return binder -> binder.bind(type).toInstance(settings);
  }
}
