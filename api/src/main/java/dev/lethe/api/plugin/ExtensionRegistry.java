package dev.lethe.api.plugin;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What is installed. */
@ProviderType
public interface ExtensionRegistry {

  /** Lists the installed extensions, sorted by contract and name. */
  List<ExtensionInfo> list();

  /** Opens the door to extensions for one run. */
  RunExtensions open(RunContext context);
}
