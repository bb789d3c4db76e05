package dev.lethe.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.rules.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build says of skipped tests at its end. */
class SkippedTestsTest {
  private static final Instant BUILD = Instant.parse("2026-11-30T10:00:00Z");

  @TempDir Path repository;

  @Test
  void testsAreNamedBelowTheReasonForWhichTheyWereSkipped() throws Exception {
    report(
        "modules/clip/target/surefire-reports",
        "Parity",
        """
        <testcase name="captions" classname="dev.lethe.Parity"><skipped type="x"><![CDATA[org.opentest4j.TestAbortedException: needs the vocabulary
        \tat dev.lethe.Parity.captions(Parity.java:1)]]></skipped></testcase>
        <testcase name="names" classname="dev.lethe.Parity"/>
        """);
    report(
        "distribution/target/failsafe-reports",
        "StartIT",
        """
        <testcase name="starts" classname="dev.lethe.StartIT"><skipped message="Disabled on operating system: Linux"/></testcase>
        <testcase name="ends" classname="dev.lethe.StartIT"><skipped type="x">org.opentest4j.TestAbortedException: Assumption failed: needs the vocabulary</skipped></testcase>
        """);
    assertThat(said(repository.toString()))
        .containsExactly(
            "3 tests were skipped:",
            "  Disabled on operating system: Linux",
            "    StartIT.starts",
            "  needs the vocabulary",
            "    Parity.captions",
            "    StartIT.ends");
  }

  @Test
  void whatAnEarlierBuildSkippedIsNotSaidAgain() throws Exception {
    Path old =
        report(
            "target/surefire-reports",
            "Old",
            "<testcase name=\"a\" classname=\"Old\"><skipped message=\"long ago\"/></testcase>");
    Files.setLastModifiedTime(old, FileTime.from(BUILD.minusSeconds(1)));
    assertThat(said(repository.toString(), BUILD.toString())).containsExactly("No test was run.");
    report("io/target/surefire-reports", "New", "<testcase name=\"a\" classname=\"New\"/>");
    assertThat(said(repository.toString(), BUILD.toString()))
        .containsExactly("No test was skipped.");
    assertThat(said(repository.toString())).contains("  long ago");
  }

  private Path report(String folder, String type, String cases) throws IOException {
    return Files.writeString(
        Files.createDirectories(repository.resolve(folder)).resolve("TEST-" + type + ".xml"),
        "<testsuite>" + cases + "</testsuite>");
  }

  private static List<String> said(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Product.ROOT.resolve("tools/skipped/SkippedTests.java").toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).as("%s", lines).isZero();
    return lines;
  }
}
