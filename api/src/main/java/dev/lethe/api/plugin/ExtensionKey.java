package dev.lethe.api.plugin;

/**
 * Names an extension.
 *
 * @param contract the interface it implements
 * @param name its name in configurations, in kebab case
 */
public record ExtensionKey(Class<?> contract, String name) {

  /** Checks the name. */
  public ExtensionKey {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "the name of an extension must be in kebab case (got '" + name + "')");
    }
  }
}
