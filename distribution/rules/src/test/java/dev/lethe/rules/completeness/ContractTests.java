package dev.lethe.rules.completeness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds, in the sources of a module's tests, who holds an implementation to its contract. */
final class ContractTests {
  private static final Pattern TEST =
      Pattern.compile("(abstract\\s+)?class\\s+\\w+\\s+extends\\s+(\\w+ContractTest)\\b");
  private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w+");

  /** Texts by class name; a class of the same name in another package adds its text. */
  private final Map<String, String> sources;

  private ContractTests(Map<String, String> sources) {
    this.sources = sources;
  }

  /** Reads the sources below a folder, which need not exist. */
  static ContractTests in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return new ContractTests(Map.of());
    }
    try (Stream<Path> files =
        Files.find(folder, 50, (path, a) -> path.toString().endsWith(".java"))) {
      return new ContractTests(
          files
              .sorted()
              .collect(
                  Collectors.toMap(
                      file -> file.getFileName().toString().replace(".java", ""),
                      ContractTests::read,
                      String::concat,
                      TreeMap::new)));
    }
  }

  /**
   * Returns whether a concrete test extends the contract's, or one of those for a nature of the
   * contract ({@code Training…}, {@code Picture…}), and creates the implementation: itself or
   * through a class beside it, by its class or by its name in configurations.
   */
  boolean cover(String contract, String name, String implementation) {
    Pattern creates =
        Pattern.compile("\"" + Pattern.quote(name) + "\"|\\bnew " + implementation + "\\(");
    return sources.values().stream()
        .filter(source -> isTestOf(contract, source))
        .anyMatch(source -> creates.matcher(source).find() || usesOneThat(creates, source));
  }

  private boolean usesOneThat(Pattern creates, String source) {
    return NAME.matcher(source)
        .results()
        .map(name -> sources.getOrDefault(name.group(), ""))
        .anyMatch(used -> !isTest(used) && creates.matcher(used).find());
  }

  private static boolean isTestOf(String contract, String source) {
    Matcher test = TEST.matcher(source);
    return test.find()
        && test.group(1) == null
        && test.group(2).endsWith(contract + "ContractTest");
  }

  private static boolean isTest(String source) {
    return source.contains("@Test") || TEST.matcher(source).find();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
