package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Plugins that tests write, compile and pack by themselves. */
final class PluginSource {
  private static final String IMPORTS =
      "dev.lethe.api,dev.lethe.api.evaluation,dev.lethe.api.method,dev.lethe.api.metric,"
          + "dev.lethe.api.model,"
          + "dev.lethe.api.plugin,dev.lethe.api.settings,com.google.inject,jakarta.inject";

  private final String symbolicName;
  private final String version;
  private final Map<String, String> classes = new TreeMap<>();
  private String imports = IMPORTS;
  private @Nullable String activator;

  PluginSource(String symbolicName, String version) {
    this.symbolicName = symbolicName;
    this.version = version;
  }

  PluginSource with(String simpleName, String source) {
    classes.put(simpleName, "package plug;\n" + source);
    return this;
  }

  PluginSource importing(String extra) {
    imports = IMPORTS + "," + extra;
    return this;
  }

  PluginSource activatedBy(String type) {
    activator = type;
    return this;
  }

  /** Compiles and packs; leaves out the classes that are named. */
  byte[] jar(Path work, String... missing) throws IOException {
    Path output = Files.createTempDirectory(work, "classes");
    compile(output);
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", symbolicName);
    main.putValue("Bundle-Version", version);
    main.putValue("Import-Package", imports);
    main.putValue("Lethe-Plugin", "plug.PlugModule");
    if (activator != null) {
      main.putValue("Bundle-Activator", activator);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
        Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = output.relativize(file).toString();
        if (!List.of(missing).contains(name)) {
          jar.putNextEntry(new ZipEntry(name));
          jar.write(Files.readAllBytes(file));
        }
      }
    }
    return bytes.toByteArray();
  }

  private void compile(Path output) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    classes.forEach((name, text) -> sources.add(new Source(name, text)));
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      CompilationTask task =
          compiler.getTask(
              null,
              files,
              null,
              List.of(
                  "-d",
                  output.toString(),
                  "-proc:none",
                  "--release",
                  "17",
                  "-cp",
                  System.getProperty("java.class.path")),
              null,
              sources);
      assertThat(task.call()).as("compiled").isTrue();
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///plug/" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
