package dev.lethe.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The packages of the jars on the host class path. These are libraries that load natives or search
 * through the thread's context class loader; bundles import them from the framework itself.
 */
final class HostPackages {
  private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+){0,2})");

  private HostPackages() {}

  /** Returns the packages as a value of {@code org.osgi.framework.system.packages.extra}. */
  static String of(Path folder) throws IOException {
    Set<String> exports = new TreeSet<>();
    for (Path jar : jars(folder)) {
      String version = version(jar);
      for (String name : packages(jar)) {
        exports.add(name + ";version=\"" + version + "\"");
      }
    }
    return String.join(",", exports);
  }

  static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static Set<String> packages(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      return file.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") && name.indexOf('/') > 0)
          .filter(name -> !name.startsWith("META-INF/"))
          .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
          .collect(Collectors.toSet());
    }
  }

  private static String version(Path jar) {
    Matcher matcher = VERSION.matcher(String.valueOf(jar.getFileName()));
    return matcher.find() ? matcher.group(1) : "0";
  }
}
