package dev.lethe.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the build has made: every module with main code that is on the class path of these tests.
 */
public final class Product {
  /** The folder of the repository. */
  public static final Path ROOT =
      Path.of(System.getProperty("lethe.root")).toAbsolutePath().normalize();

  /** The main classes of all modules, without those of libraries that a plugin carries. */
  public static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> location.contains("/dev/lethe/"))
          .importLocations(modules().stream().map(BuiltModule::location).toList());

  private Product() {}

  /** Returns the modules that are held to the rules. */
  public static List<BuiltModule> modules() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().normalize())
        .filter(path -> path.startsWith(ROOT) && Files.exists(path))
        .map(path -> new BuiltModule(path.getParent().getParent(), path))
        .filter(module -> hasMainCode(module.folder()))
        .toList();
  }

  /**
   * Returns the folders of the modules that have main code, on the class path or not; benchmarks
   * are no part of the product.
   */
  public static List<Path> folders() throws IOException {
    try (Stream<Path> poms = Files.find(ROOT, 4, (path, attributes) -> path.endsWith("pom.xml"))) {
      return poms.map(Path::getParent)
          .filter(Product::hasMainCode)
          .filter(folder -> !folder.equals(ROOT.resolve("benchmarks")))
          .sorted()
          .toList();
    }
  }

  private static boolean hasMainCode(Path folder) {
    return Files.isDirectory(folder.resolve("src/main/java"));
  }
}
