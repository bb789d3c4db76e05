package dev.lethe.testkit;

import dev.lethe.api.plugin.ExtensionBinding;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.ExtensionKey;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.plugin.Summary;
import java.util.function.Supplier;

/** One extension, and the module that can create it. */
record InProcessExtension(
    ExtensionInfo info,
    ExtensionBinding binding,
    Class<?> plugin,
    Supplier<? extends PluginModule> module) {

  static InProcessExtension of(
      ExtensionKey key, ExtensionBinding binding, Supplier<? extends PluginModule> module) {
    Class<?> plugin = module.get().getClass();
    Summary summary = binding.implementation().getAnnotation(Summary.class);
    if (summary == null) {
      throw new IllegalArgumentException(binding.implementation().getName() + " has no @Summary");
    }
    return new InProcessExtension(
        new ExtensionInfo(
            key,
            summary.value(),
            binding.settings(),
            plugin.getPackageName(),
            InProcessExtensions.VERSION,
            ""),
        binding,
        plugin,
        module);
  }
}
