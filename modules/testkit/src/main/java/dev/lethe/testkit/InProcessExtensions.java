package dev.lethe.testkit;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.ExtensionKey;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.plugin.RunContext;
import dev.lethe.api.plugin.RunExtensions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The extensions of plugin modules on the class path, with the same object graph and the same
 * messages as in the product. There are no jars here, so an extension's bundle is the package of
 * its module, its version is {@value #VERSION} and its hash is empty; that of a class's code is
 * {@value #VERSION} too.
 */
public final class InProcessExtensions implements ExtensionRegistry {
  /** The version of every extension. */
  public static final String VERSION = "in-process";

  private static final Comparator<ExtensionInfo> ORDER =
      Comparator.comparing((ExtensionInfo info) -> info.key().contract().getSimpleName())
          .thenComparing(info -> info.key().name());

  private final List<InProcessExtension> extensions = new ArrayList<>();

  /**
   * Installs modules.
   *
   * @param modules each creates a new instance of its module whenever it is asked
   * @throws IllegalArgumentException if two extensions of a kind have the same name
   */
  public InProcessExtensions(List<Supplier<? extends PluginModule>> modules) {
    for (Supplier<? extends PluginModule> module : modules) {
      module
          .get()
          .offers()
          .forEach((key, binding) -> install(InProcessExtension.of(key, binding, module)));
    }
  }

  @Override
  public List<ExtensionInfo> list() {
    return extensions.stream().map(InProcessExtension::info).sorted(ORDER).toList();
  }

  @Override
  public String codeHash(Class<?> type) {
    return VERSION;
  }

  @Override
  public RunExtensions open(RunContext context) {
    return new InProcessRun(this, context);
  }

  InProcessExtension find(Class<?> contract, String name) {
    return lookup(contract, name)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "No %s named '%s' is installed (available: %s). Is its plugin in plugins/?"
                        .formatted(contract.getSimpleName(), name, available(contract))));
  }

  private void install(InProcessExtension extension) {
    ExtensionKey key = extension.info().key();
    if (lookup(key.contract(), key.name()).isPresent()) {
      throw new IllegalArgumentException(
          "two extensions of kind %s are named '%s'"
              .formatted(key.contract().getSimpleName(), key.name()));
    }
    extensions.add(extension);
  }

  private Optional<InProcessExtension> lookup(Class<?> contract, String name) {
    return extensions.stream()
        .filter(e -> e.info().key().contract() == contract && e.info().key().name().equals(name))
        .findFirst();
  }

  private String available(Class<?> contract) {
    String names =
        list().stream()
            .filter(info -> info.key().contract() == contract)
            .map(info -> info.key().name())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }
}
