import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Says which tests of a build were skipped and why, by the reports that Surefire and Failsafe wrote.
 *
 * <p>{@code java tools/skipped/SkippedTests.java REPOSITORY [SINCE]}; reports from before SINCE, a
 * time such as 2026-11-30T10:00:00Z, are those of earlier builds.
 */
public final class SkippedTests {
  private final Map<String, TreeSet<String>> testsByReason = new TreeMap<>();

  public static void main(String[] args) throws Exception {
    Instant since = args.length > 1 ? Instant.parse(args[1]) : Instant.MIN;
    List<Path> reports = reports(Path.of(args[0]), since);
    if (reports.isEmpty()) {
      System.out.println("No test was run.");
      return;
    }
    SkippedTests skipped = new SkippedTests();
    for (Path report : reports) {
      skipped.read(report);
    }
    skipped.print();
  }

  private static List<Path> reports(Path repository, Instant since) throws IOException {
    List<Path> reports = new ArrayList<>();
    Files.walkFileTree(
        repository,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean elsewhere =
                folder.getFileName().toString().matches("\\.git|src|node_modules")
                    || folder.getParent() != null
                        && folder.getParent().endsWith("target")
                        && !folder.getFileName().toString().endsWith("-reports");
            return elsewhere ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getParent().getFileName().toString().endsWith("-reports")
                && file.getFileName().toString().matches("TEST-.*\\.xml")
                && !attributes.lastModifiedTime().toInstant().isBefore(since)) {
              reports.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return reports;
  }

  private void read(Path report) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    NodeList skipped =
        factory.newDocumentBuilder().parse(report.toFile()).getElementsByTagName("skipped");
    for (int i = 0; i < skipped.getLength(); i++) {
      Element mark = (Element) skipped.item(i);
      Element test = (Element) mark.getParentNode();
      String type = test.getAttribute("classname").replaceFirst(".*\\.", "");
      testsByReason
          .computeIfAbsent(reason(mark), reason -> new TreeSet<>())
          .add(type + "." + test.getAttribute("name"));
    }
  }

  /** A disabled test has a message, an aborted one the exception with where it was thrown. */
  private static String reason(Element mark) {
    String text =
        mark.hasAttribute("message")
            ? mark.getAttribute("message")
            : mark.getTextContent().split("\n\tat ", 2)[0];
    String reason =
        text.replaceFirst("^[\\w.$]+(Exception|Error): ", "")
            .replaceFirst("^Assumption failed: ", "")
            .replaceAll("\\s+", " ")
            .strip();
    return reason.isEmpty() ? "no reason was given" : reason;
  }

  private void print() {
    int count = testsByReason.values().stream().mapToInt(TreeSet::size).sum();
    if (count == 0) {
      System.out.println("No test was skipped.");
      return;
    }
    System.out.printf("%d %s skipped:%n", count, count == 1 ? "test was" : "tests were");
    testsByReason.forEach(
        (reason, tests) -> {
          System.out.println("  " + reason);
          tests.forEach(test -> System.out.println("    " + test));
        });
  }
}
