package dev.lethe.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.rules.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

  @Test
  void everyLinkOfADocumentLeadsToWhatTheRepositoryHolds() throws IOException {
    List<Path> documents = documents();
    assertThat(documents).hasSizeGreaterThan(15);
    for (Path document : documents) {
      assertThat(targets(document))
          .as("links of %s", Product.ROOT.relativize(document))
          .allSatisfy(
              target ->
                  assertThat(target)
                      .exists()
                      .satisfies(path -> assertThat(path.startsWith(Product.ROOT)).isTrue()));
    }
  }

  private static List<Path> targets(Path document) throws IOException {
    List<Path> targets = new ArrayList<>();
    LINK.matcher(Files.readString(document))
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.contains(":"))
        .forEach(target -> targets.add(document.resolveSibling(target).normalize()));
    return targets;
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    try (Stream<Path> top = Files.list(Product.ROOT);
        Stream<Path> docs = Files.walk(Product.ROOT.resolve("docs"))) {
      Stream.concat(top, docs)
          .filter(path -> path.getFileName().toString().endsWith(".md"))
          .forEach(documents::add);
    }
    return documents;
  }
}
