package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.plugin.ExtensionBinding;
import dev.lethe.api.plugin.ExtensionKey;
import dev.lethe.api.plugin.Plugin;
import dev.lethe.api.plugin.PluginModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Finds work that somebody forgot: an implementation nobody holds to its contract or tells of. */
class CompletenessIT {
  private static final int FEWEST = 12;
  private static final Path ROOT = Path.of(System.getProperty("lethe.root"));

  private static final Map<ExtensionKey, ExtensionBinding> OFFERS = new HashMap<>();

  @BeforeAll
  static void collect() throws Exception {
    Path home = Path.of(System.getProperty("lethe.home"));
    for (Path jar : files(home, file -> file.matches("(bundles|plugins)/[^/]*\\.jar"))) {
      try (JarFile file = new JarFile(jar.toFile())) {
        String module = file.getManifest().getMainAttributes().getValue(Plugin.HEADER);
        if (module != null) {
          Class<?> type = Class.forName(module);
          OFFERS.putAll(((PluginModule) type.getConstructor().newInstance()).offers());
        }
      }
    }
  }

  @Test
  void enoughImplementationsWereSeen() {
    assertThat(OFFERS).hasSizeGreaterThanOrEqualTo(FEWEST);
  }

  @Test
  void everyImplementationIsHeldToItsContract() throws IOException {
    List<String> tests = texts(ROOT, "(modules|plugins)/[^/]+/src/test/java/.*Test\\.java");
    List<String> forgotten = new ArrayList<>();
    OFFERS.forEach(
        (key, binding) -> {
          Pattern contract =
              Pattern.compile(
                  "class %s\\w*Test\\s+extends\\s+%sContractTest"
                      .formatted(
                          binding.implementation().getSimpleName(),
                          key.contract().getSimpleName()));
          if (tests.stream().noneMatch(test -> contract.matcher(test).find())) {
            forgotten.add(key.toString());
          }
        });
    assertThat(forgotten).as("without a contract test").isEmpty();
  }

  @Test
  void everyImplementationHasAConfigurationOrALineInTheDocumentation() throws IOException {
    List<String> texts = new ArrayList<>(texts(ROOT, "configs/.*\\.yaml"));
    texts.addAll(texts(ROOT, "docs/[^/]*\\.md"));
    List<String> forgotten = new ArrayList<>();
    for (ExtensionKey key : OFFERS.keySet()) {
      Pattern name = Pattern.compile("(?<![\\w-])" + Pattern.quote(key.name()) + "(?![\\w-])");
      if (texts.stream().noneMatch(text -> name.matcher(text).find())) {
        forgotten.add(key.toString());
      }
    }
    assertThat(forgotten).as("never named in configs/ or docs/").isEmpty();
  }

  private static List<String> texts(Path root, String pattern) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : files(root, name -> name.matches(pattern))) {
      texts.add(Files.readString(file));
    }
    return texts;
  }

  private static List<Path> files(Path root, Predicate<String> test) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> test.test(root.relativize(file).toString())).sorted().toList();
    }
  }
}
