package dev.lethe.scaffold;

import dev.lethe.api.UsageException;
import dev.lethe.io.IoFailure;
import dev.lethe.io.Unfinished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a plugin that nobody has touched yet: Maven builds and tests it, and Lethe loads it.
 *
 * @param name what it is called
 * @param kind what it implements
 * @param version of the Lethe that it is built against
 * @param sdk the Maven repository that this Lethe brings
 */
public record PluginProject(PluginName name, PluginKind kind, String version, Path sdk) {
  private static final String MAIN = "src/main/java/";
  private static final String TEST = "src/test/java/";
  private static final Pattern IMPORT = Pattern.compile("import [\\w.]+\\.(\\w+);");

  /** Takes the path as it is from everywhere. */
  public PluginProject {
    sdk = sdk.toAbsolutePath().normalize();
  }

  /**
   * Writes the files, all of them or none.
   *
   * @param folder does not exist
   * @return the files, below the folder
   * @throws UsageException if there is something already, or the class would have the name of one
   *     that it uses
   */
  public List<Path> writeTo(Path folder) {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(
          "%s is there already, and nothing is overwritten; give another place by --out"
              .formatted(folder));
    }
    Map<String, String> files = files();
    Path place = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(place.getParent());
      try (Unfinished unfinished = Unfinished.of(place)) {
        for (Map.Entry<String, String> file : files.entrySet()) {
          Path target = unfinished.path().resolve(file.getKey());
          Files.createDirectories(target.getParent());
          Files.writeString(target, file.getValue());
        }
        unfinished.putInPlace();
      }
    } catch (IOException e) {
      throw IoFailure.cannotWrite(folder, e);
    }
    return files.keySet().stream().map(Path::of).toList();
  }

  /** Returns the text of each file, by its path. */
  Map<String, String> files() {
    Map<String, String> values = values();
    Map<String, Template> templates = new LinkedHashMap<>();
    String folder = name.packageName().replace('.', '/') + "/";
    String type = name.className();
    templates.put("pom.xml", shared("pom.xml"));
    templates.put("README.md", shared("README.md"));
    templates.put(MAIN + "module-info.java", shared("module-info.java"));
    templates.put(MAIN + folder + "package-info.java", shared("package-info.java"));
    templates.put(MAIN + folder + type + "Module.java", shared("Module.java"));
    templates.put(MAIN + folder + type + ".java", own("Method.java"));
    templates.put(MAIN + folder + type + "Settings.java", own("Settings.java"));
    templates.put(TEST + folder + type + "ContractTest.java", own("ContractTest.java"));
    templates.put("src/test/resources/logback-test.xml", shared("logback-test.xml"));
    requireOwnNames(templates.values());
    Map<String, String> files = new TreeMap<>();
    templates.forEach((path, template) -> files.put(path, template.fill(values)));
    return files;
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", name.name());
    values.put("group", name.group());
    values.put("package", name.packageName());
    values.put("Class", name.className());
    values.put("contract", kind.contract().getName());
    values.put("Contract", kind.contract().getSimpleName());
    values.put("kind", kind.toString());
    values.put("version", version);
    values.put("sdk", escaped(sdk.toUri().toString()));
    values.put("usage", own("usage.md").fill(values));
    return values;
  }

  /** An import would be hidden by a class of the same name in the same package. */
  private void requireOwnNames(Collection<Template> templates) {
    Set<String> own =
        Stream.of("", "Module", "Settings", "ContractTest")
            .map(ending -> name.className() + ending)
            .collect(Collectors.toSet());
    Stream.concat(
            Stream.of(kind.contract().getSimpleName()),
            templates.stream().flatMap(PluginProject::imported))
        .filter(own::contains)
        .findFirst()
        .ifPresent(
            type -> {
              throw new UsageException(
                  "its class would be called %s, as one that it uses; choose another name"
                      .formatted(type));
            });
  }

  private static Stream<String> imported(Template template) {
    return IMPORT.matcher(template.text()).results().map(found -> found.group(1));
  }

  private Template own(String file) {
    return Template.read(kind + "/" + file);
  }

  private static Template shared(String file) {
    return Template.read("plugin/" + file);
  }

  /** What a path may hold, XML does not take as it is. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
