package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;

/**
 * The two walls of a bundle, of the compiler and of the framework, have their doors in the same
 * places.
 */
class ExportedPackagesIT {
  private static final int FEWEST = 11;

  @Test
  void moduleInfoAndManifestExportTheSame() throws IOException {
    List<Path> jars = jars();
    assertThat(jars).hasSizeGreaterThanOrEqualTo(FEWEST);
    for (Path jar : jars) {
      assertThat(byManifest(jar)).as(jar.toString()).isEqualTo(byModuleInfo(jar));
    }
  }

  @Test
  void onlyApiAndTensorExportToEverybody() throws IOException {
    for (Path jar : jars()) {
      if (byManifest(jar).containsValue(true)) {
        assertThat(jar.getFileName().toString()).matches("(api|tensor)-.*");
      }
    }
  }

  private static List<Path> jars() throws IOException {
    Path home = Path.of(System.getProperty("lethe.home"));
    try (Stream<Path> bundles = Files.list(home.resolve("bundles"));
        Stream<Path> plugins = Files.list(home.resolve("plugins"))) {
      return Stream.concat(bundles, plugins)
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .toList();
    }
  }

  /** Returns the exported packages and whether everybody may use them. */
  private static Map<String, Boolean> byModuleInfo(Path jar) {
    ModuleDescriptor module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
    assertThat(module.isAutomatic()).as(jar + " has a module-info").isFalse();
    Map<String, Boolean> exports = new TreeMap<>();
    module.exports().forEach(export -> exports.put(export.source(), !export.isQualified()));
    return exports;
  }

  private static Map<String, Boolean> byManifest(Path jar) throws IOException {
    Map<String, Boolean> exports = new TreeMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      String header = file.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
      if (header != null) {
        // Between clauses stand commas; within them commas stand in quotes.
        for (String clause : header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
          exports.put(
              clause.replaceFirst(";.*", ""), !clause.matches(".*;mandatory:=\"?lethe\"?(;.*)?"));
        }
      }
    }
    return exports;
  }
}
