package dev.lethe.api.plugin;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What is installed. */
@ProviderType
public interface ExtensionRegistry {

  /** Lists the installed extensions, sorted by contract and name. */
  List<ExtensionInfo> list();

  /**
   * Returns the SHA-256, in hexadecimal, of the bundle that a class comes from: what new code has
   * computed is told apart by it from what old code had.
   *
   * @param type a class of Lethe or of a plugin
   */
  String codeHash(Class<?> type);

  /** Opens the door to extensions for one run. */
  RunExtensions open(RunContext context);
}
