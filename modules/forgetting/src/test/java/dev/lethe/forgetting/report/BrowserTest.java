package dev.lethe.forgetting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lethe.report.ReportForm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  @TempDir Path folder;

  @Test
  void aBrowserShowsThePageWithoutAnError() throws Exception {
    var page = write(ReportForm.PAGE.render(SampleReport.defended().report()));
    var seen = open(page);
    assertThat(seen.console()).doesNotContain("CONSOLE");
    assertThat(seen.document()).contains("<div class=\"controls\">");
  }

  @Test
  void peopleCanBeSortedAndFound() throws Exception {
    var use =
        """
        <script>
          const find = document.getElementById("people-find");
          const order = document.getElementById("people-order");
          order.value = "change";
          find.value = "hugo";
          find.dispatchEvent(new Event("input", { bubbles: true }));
        </script>
        """;
    var page =
        ReportForm.PAGE
            .render(SampleReport.defended().report())
            .replace("</body>", use + "</body>");
    var document = open(write(page)).document();
    assertThat(document).contains("12 of 96 shown");
    assertThat(Pattern.compile("<li data-name[^>]*hidden").matcher(document).results()).hasSize(84);
    assertThat(document.indexOf("data-name=\"Hugo Abernathy\""))
        .as("the largest change comes first")
        .isLessThan(document.indexOf("data-name=\"Ada Abernathy\""));
  }

  @Test
  void anErrorOnThePageWouldBeSeen() throws Exception {
    var page = write("<!DOCTYPE html><title>x</title><script>missing();</script>");
    assertThat(open(page).console()).contains("CONSOLE", "missing is not defined");
  }

  /** What the browser said and what it made of the page after its script had run. */
  private record Seen(String console, String document) {}

  private Path write(String content) throws Exception {
    return Files.writeString(folder.resolve("report.html"), content);
  }

  private Seen open(Path page) throws Exception {
    var console = folder.resolve("console.txt").toFile();
    var document = folder.resolve("document.html").toFile();
    var process =
        new ProcessBuilder(
                browser(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                page.toUri().toString())
            .redirectError(console)
            .redirectOutput(document)
            .start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("the browser ended").isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    return new Seen(Files.readString(console.toPath()), Files.readString(document.toPath()));
  }

  private static String browser() {
    var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    var found =
        BROWSERS.stream()
            .flatMap(name -> Stream.of(path).map(directory -> Path.of(directory, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "no Chromium is installed; the page was not opened");
    return found.orElseThrow().toString();
  }
}
