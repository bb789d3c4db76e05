package dev.lethe.testkit;

import dev.lethe.api.model.ModelFormats;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.plugin.RunInjector;
import dev.lethe.api.plugin.SourceResolver;
import dev.lethe.api.settings.SourceSpec;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The extensions of one run. */
final class InProcessRun implements RunExtensions, SourceResolver {
  private final InProcessExtensions installed;
  private final RunInjector injector;
  private final Set<ExtensionInfo> used = new LinkedHashSet<>();
  private boolean closed;

  InProcessRun(InProcessExtensions installed, RunContext context) {
    this.installed = installed;
    injector = new RunInjector(context, this, new ModelFormats(() -> all(ModelLoader.class)));
  }

  @Override
  public <T> T create(Class<T> contract, String name, Map<String, Object> settings, String place) {
    if (closed) {
      throw new IllegalStateException("the run has ended");
    }
    InProcessExtension extension = installed.find(contract, name);
    Object created =
        injector.create(
            extension.plugin(), extension.module(), extension.binding(), settings, place);
    used.add(extension.info());
    return contract.cast(created);
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
  public ExtensionInfo info(Class<?> contract, String name) {
    return installed.find(contract, name).info();
  }

  @Override
  public List<ExtensionInfo> used() {
    return List.copyOf(used);
  }

  @Override
  public void close() {
    closed = true;
  }
}
