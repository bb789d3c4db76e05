package dev.lethe.data;

import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import java.util.List;
import java.util.Map;

/** Creates the sources of this bundle as a run does. */
public final class Sources {
  private Sources() {}

  /** Creates one from its name and settings. */
  public static <T> T create(Class<T> contract, String name, Map<String, Object> settings) {
    try (TestRunContext context = new TestRunContext(0);
        RunExtensions run = new InProcessExtensions(List.of(DataModule::new)).open(context)) {
      return run.create(contract, name, settings, "source");
    }
  }
}
