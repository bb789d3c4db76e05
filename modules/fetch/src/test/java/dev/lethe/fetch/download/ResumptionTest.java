package dev.lethe.fetch.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part is continued only where two contents cannot be mixed, and only as what it is. */
class ResumptionTest {
  private static final Retries ONCE = new Retries(1, Duration.ofMillis(1), Duration.ofSeconds(20));
  private static final Retries OFTEN = new Retries(3, Duration.ofMillis(1), Duration.ofSeconds(20));

  private final byte[] before = random(1);
  private final byte[] after = random(2);

  @TempDir private Path folder;
  private Publisher publisher;
  private Path target;
  private Path part;
  private Path from;

  @BeforeEach
  void start() throws IOException {
    publisher = Publisher.start();
    target = folder.resolve("model.bin");
    part = folder.resolve("model.bin.part");
    from = folder.resolve("model.bin.part.from");
  }

  @AfterEach
  void stop() {
    publisher.close();
  }

  @Test
  void withoutTagAndHashAChangedFileIsNotMixedWithTheOldOneInTheSameRun() {
    URI address =
        publisher.publish("/m", ranges(before, Map.of(), 100_000), ranges(after, Map.of(), -1));
    get(OFTEN, address, null);
    assertThat(target).hasBinaryContent(after);
  }

  @Test
  void withoutTagAndHashAChangedFileIsNotMixedWithTheOldOneInTheNextRun() {
    URI address =
        publisher.publish("/m", ranges(before, Map.of(), 100_000), ranges(after, Map.of(), -1));
    assertThatThrownBy(() -> get(ONCE, address, null)).isInstanceOf(LetheException.class);
    get(ONCE, address, null);
    assertThat(target).hasBinaryContent(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/\"weak\"", "no quotes"})
  void aWeakTagTellsNothing(String tag) {
    URI address =
        publisher.publish(
            "/m",
            ranges(before, Map.of("ETag", tag), 100_000),
            ranges(after, Map.of("ETag", tag), -1));
    get(OFTEN, address, null);
    assertThat(target).hasBinaryContent(after);
  }

  @Test
  void twoChangesWithinOneSecondAreNotTakenForOne() {
    Map<String, String> now = Map.of("Last-Modified", ago(Duration.ZERO));
    URI address = publisher.publish("/m", ranges(before, now, 100_000), ranges(after, now, -1));
    get(OFTEN, address, null);
    assertThat(target).hasBinaryContent(after);
  }

  @Test
  void aTimeOfChangeThatIsLongPastIsContinued() {
    Map<String, String> old = Map.of("Last-Modified", ago(Duration.ofDays(1)));
    URI address = publisher.publish("/m", ranges(before, old, 100_000), ranges(before, old, -1));
    get(OFTEN, address, null);
    assertThat(target).hasBinaryContent(before);
    assertThat(publisher.requests().get(1).getFirst("Range")).matches("bytes=[1-9]\\d*-");
    assertThat(publisher.requests().get(1).getFirst("If-Range"))
        .isEqualTo(old.get("Last-Modified"));
  }

  @Test
  void aFileOfAnotherLengthIsStartedAgainWhateverItsTagSays() {
    byte[] longer = Arrays.copyOf(after, after.length + 1);
    Map<String, String> tag = Map.of("ETag", "\"same\"");
    URI address = publisher.publish("/m", ranges(before, tag, 100_000), ranges(longer, tag, -1));
    get(OFTEN, address, null);
    assertThat(target).hasBinaryContent(longer);
  }

  @Test
  void aPartOfUnknownLengthIsNotTakenForTheWhole() throws IOException {
    HttpHandler beginning =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Range", "bytes 0-99/*");
          exchange.sendResponseHeaders(206, 100);
          exchange.getResponseBody().write(before, 0, 100);
        };
    URI address = publisher.publish("/m", beginning);
    assertThatThrownBy(() -> get(OFTEN, address, null))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("does not continue where the file stopped");
    assertThat(target).doesNotExist();
  }

  @Test
  void aPartThatDidNotFitTheHashIsNotKept() throws IOException {
    URI address =
        publisher.publish("/m", ranges(before, Map.of(), 100_000), ranges(after, Map.of(), -1));
    assertThatThrownBy(() -> get(ONCE, address, Sha256.of(after)))
        .hasMessageContaining("goes on from there");
    assertThatThrownBy(() -> get(ONCE, address, Sha256.of(after)))
        .hasMessageContaining("the same command starts it again");
    assertThat(part).doesNotExist();
    get(ONCE, address, Sha256.of(after));
    assertThat(target).hasBinaryContent(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.bin.part", "model.bin.part.from"})
  void noLinkIsWrittenThrough(String name) throws IOException {
    URI address = publisher.publish("/m", Publisher.file(before, "\"a\""));
    Path precious = Files.writeString(folder.resolve("precious"), "precious");

    Files.createSymbolicLink(folder.resolve(name), precious);
    refuses(address, name + " is a link;");
    Files.delete(folder.resolve(name));
    Files.createSymbolicLink(folder.resolve(name), folder.resolve("nowhere"));
    refuses(address, name + " is a link;");
    Files.delete(folder.resolve(name));
    Files.createLink(folder.resolve(name), precious);
    refuses(address, name + " is a file with a second name");

    assertThat(precious).hasContent("precious");
    assertThat(folder.resolve("nowhere")).doesNotExist();
    assertThat(target).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.bin.part", "model.bin.part.from"})
  void aPipeOrAFolderInThePlaceOfAPartIsRefused(String name) throws Exception {
    URI address = publisher.publish("/m", Publisher.file(before, "\"a\""));
    Path pipe = folder.resolve(name);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    refuses(address, name + " is a folder, a device, a pipe or a socket;");
    Files.delete(pipe);
    Files.createDirectory(pipe);
    refuses(address, name + " is a folder, a device, a pipe or a socket;");
  }

  @Test
  void whatIsNoFileInThePlaceOfTheFileIsRefusedBeforeAnythingIsAskedFor() throws Exception {
    URI address = publisher.publish("/m", Publisher.file(before, "\"a\""));
    Files.createSymbolicLink(target, folder.resolve("nowhere"));
    refuses(address, "model.bin is a link that leads nowhere");
    Files.delete(target);
    assertThat(new ProcessBuilder("mkfifo", target.toString()).start().waitFor()).isZero();
    refuses(address, "model.bin is a device, a pipe or a socket");
    assertThat(publisher.requests()).isEmpty();
  }

  @Test
  void aNoteThatCannotBeSentBackIsNoSign() throws IOException {
    URI address = publisher.publish("/m", Publisher.file(before, "\"a\""));
    Files.write(part, after);
    Files.writeString(from, address + "\n\"a\u0007\"\nmany\n");
    get(ONCE, address, null);
    assertThat(target).hasBinaryContent(before);
  }

  private void refuses(URI address, String message) {
    assertThatThrownBy(() -> get(OFTEN, address, null))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  private Downloaded get(Retries retries, URI address, @Nullable String hash) {
    Downloader downloader =
        new Downloader(HttpClient.newHttpClient(), new Tokens(Map.of()), retries);
    return downloader.get(new Download(address, target, hash, null), Progress.silent());
  }

  /** Sends what is asked for, whatever the condition; breaks off after some bytes. */
  private static HttpHandler ranges(byte[] content, Map<String, String> headers, int most) {
    return exchange -> {
      headers.forEach(exchange.getResponseHeaders()::set);
      String range = exchange.getRequestHeaders().getFirst("Range");
      int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      int length = content.length - from;
      if (from > 0) {
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
      }
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, length);
      exchange.getResponseBody().write(content, from, most < 0 ? length : most);
      exchange.getResponseBody().flush();
    };
  }

  private static String ago(Duration age) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        ZonedDateTime.now(ZoneOffset.UTC).minus(age));
  }

  private static byte[] random(long seed) {
    byte[] bytes = new byte[300_000];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
