package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A plugin whose sources lie among the resources of the tests. Its author has nothing of Lethe but
 * the jar of the API, and the libraries whose types the API shows.
 *
 * @param name of its folder
 */
record ForeignPlugin(String name) {
  private static final List<String> CLASS_PATH =
      List.of(
          "bundles/lethe-api-*.jar",
          "bundles/libraries/guice-*.jar",
          "bundles/libraries/jakarta.inject-api-*.jar",
          "lib/host/api-*.jar");

  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern IMPORT =
      Pattern.compile("^import ([a-z0-9_.]+)\\.[A-Z]", Pattern.MULTILINE);
  private static final Pattern MODULE = Pattern.compile("@Plugin\\s+public final class (\\w+)");

  /** Compiles and packs it. */
  byte[] jar(Home home, Path work) throws IOException {
    List<Path> sources = sources();
    Path classes = Files.createTempDirectory(work, name);
    compile(sources, classPath(home.path()), classes);
    StringBuilder text = new StringBuilder();
    for (Path source : sources) {
      text.append(Files.readString(source));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest(text.toString()));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        jar.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        jar.write(Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }

  private List<Path> sources() throws IOException {
    try {
      Path folder =
          Path.of(Objects.requireNonNull(getClass().getResource("/plugins/" + name)).toURI());
      try (Stream<Path> files = Files.list(folder)) {
        return files.sorted().toList();
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String classPath(Path home) throws IOException {
    List<String> path = new ArrayList<>();
    for (String pattern : CLASS_PATH) {
      Path at = home.resolve(pattern);
      PathMatcher matcher = at.getFileSystem().getPathMatcher("glob:" + at.getFileName());
      try (Stream<Path> all = Files.list(at.getParent())) {
        List<Path> found = all.filter(file -> matcher.matches(file.getFileName())).toList();
        assertThat(found).as(pattern).hasSize(1);
        path.add(found.get(0).toString());
      }
    }
    return String.join(File.pathSeparator, path);
  }

  private static void compile(List<Path> sources, String classPath, Path output)
      throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-d", output.toString(), "-proc:none", "--release", "17", "-cp", classPath);
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      assertThat(compiler.getTask(null, files, null, options, null, units).call())
          .as("compiled")
          .isTrue();
    }
  }

  private Manifest manifest(String text) {
    Set<String> imports = new TreeSet<>();
    IMPORT.matcher(text).results().map(found -> found.group(1)).forEach(imports::add);
    imports.removeIf(each -> each.startsWith("java."));
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "org.example." + name);
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Import-Package", String.join(",", imports));
    main.putValue("Lethe-Plugin", first(PACKAGE, text) + "." + first(MODULE, text));
    return manifest;
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }
}
