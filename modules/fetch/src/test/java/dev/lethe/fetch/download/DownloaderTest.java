package dev.lethe.fetch.download;

import static dev.lethe.fetch.download.Publisher.breaking;
import static dev.lethe.fetch.download.Publisher.file;
import static dev.lethe.fetch.download.Publisher.plain;
import static dev.lethe.fetch.download.Publisher.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloaderTest {
  private static final Retries ONCE = new Retries(1, Duration.ofMillis(1), Duration.ofSeconds(20));
  private static final Retries OFTEN = new Retries(3, Duration.ofMillis(1), Duration.ofSeconds(20));

  private final byte[] content = random(1, 300_000);
  private final String sha256 = Sha256.of(content);
  @TempDir private Path folder;
  private Publisher publisher;
  private Path target;
  private Path part;

  @BeforeEach
  void start() throws IOException {
    publisher = Publisher.start();
    target = folder.resolve("deep/model.bin");
    part = folder.resolve("deep/model.bin.part");
  }

  @AfterEach
  void stop() {
    publisher.close();
  }

  private Downloaded get(Retries retries, URI address, String hash, Long size) {
    Downloader downloader =
        new Downloader(HttpClient.newHttpClient(), new Tokens(Map.of()), retries);
    return downloader.get(new Download(address, target, hash, size), Progress.silent());
  }

  private static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder.resolve("deep"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileArrivesWholeAndNothingElseStays() throws IOException {
    URI address = publisher.publish("/m", file(content, "\"a\""));
    Downloaded downloaded = get(ONCE, address, sha256, (long) content.length);
    assertThat(downloaded).isEqualTo(new Downloaded(content.length, sha256, false));
    assertThat(target).hasBinaryContent(content);
    assertThat(names()).containsExactly("model.bin");
  }

  @Test
  void whatIsNotTheFileItselfIsRefusedWhereNoHashWouldTell() {
    URI page = publisher.publish("/page", saying("Content-Type", "text/html; charset=utf-8"));
    assertThatThrownBy(() -> get(ONCE, page, null, null))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("localhost sends a web page instead of model.bin");
    URI packed = publisher.publish("/packed", saying("Content-Encoding", "gzip"));
    assertThatThrownBy(() -> get(ONCE, packed, null, null))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("localhost sends model.bin packed on its way");
    assertThat(target).doesNotExist();

    assertThat(get(ONCE, packed, sha256, null).sha256()).isEqualTo(sha256);
  }

  @Test
  void aPackedFileMayBeCalledPacked() {
    target = folder.resolve("deep/merges.txt.gz");
    URI address = publisher.publish("/m", saying("Content-Encoding", "x-gzip"));
    assertThat(get(ONCE, address, null, null).sha256()).isEqualTo(sha256);
  }

  private HttpHandler saying(String header, String value) {
    return exchange -> {
      exchange.getResponseHeaders().set(header, value);
      plain(content).handle(exchange);
    };
  }

  @Test
  void anInterruptedTransferGoesOnWhereItStopped() throws IOException {
    URI address =
        publisher.publish("/m", breaking(content, "\"a\"", 100_000), file(content, "\"a\""));
    assertThatThrownBy(() -> get(ONCE, address, sha256, null))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("localhost broke off")
        .hasMessageContaining("the same command goes on from there");
    assertThat(target).doesNotExist();
    long kept = Files.size(part);
    assertThat(kept).isBetween(1L, 100_000L);

    get(ONCE, address, sha256, null);
    assertThat(target).hasBinaryContent(content);
    assertThat(names()).containsExactly("model.bin");
    assertThat(publisher.requests().get(1).getFirst("Range")).isEqualTo("bytes=" + kept + "-");
    assertThat(publisher.requests().get(1).getFirst("If-Range")).isEqualTo("\"a\"");
  }

  @Test
  void aBrokenConnectionIsTriedAgainInTheSameRun() {
    URI address =
        publisher.publish(
            "/m",
            breaking(content, "\"a\"", 50_000),
            breaking(content, "\"a\"", 50_000),
            breaking(content, "\"a\"", 50_000),
            breaking(content, "\"a\"", 50_000),
            file(content, "\"a\""));
    get(OFTEN, address, sha256, null); // each attempt gets further, so more than three are made
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void aFileThatChangedMeanwhileIsStartedAgain() {
    byte[] changed = random(2, 280_000);
    URI address =
        publisher.publish("/m", breaking(content, "\"a\"", 100_000), file(changed, "\"b\""));
    get(OFTEN, address, null, null);
    assertThat(target).hasBinaryContent(changed);
  }

  @Test
  void aChangeThatTheServerDoesNotNoticeIsNoticedHere() {
    byte[] changed = random(2, 300_000);
    URI address =
        publisher.publish(
            "/m",
            breaking(content, "\"a\"", 100_000),
            exchange -> { // continues although the condition does not hold
              exchange.getRequestHeaders().remove("If-Range");
              file(changed, "\"b\"").handle(exchange);
            },
            file(changed, "\"b\""));
    get(OFTEN, address, null, null);
    assertThat(target).hasBinaryContent(changed);
  }

  @Test
  void aServerThatCannotContinueSendsEverythingAgain() throws IOException {
    URI address = publisher.publish("/m", breaking(content, "\"a\"", 100_000), plain(content));
    get(OFTEN, address, sha256, null);
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void withoutTagAndHashNothingIsContinued() throws IOException {
    URI address = publisher.publish("/m", plain(content));
    Files.createDirectories(part.getParent());
    Files.write(part, random(3, 1000));
    Files.writeString(folder.resolve("deep/model.bin.part.from"), address + "\n");
    get(ONCE, address, null, null);
    assertThat(publisher.requests().get(0).getFirst("Range")).isNull();
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void aPartOfAnotherAddressIsNotContinued() throws IOException {
    URI address = publisher.publish("/m", file(content, "\"a\""));
    Files.createDirectories(part.getParent());
    Files.write(part, random(3, 1000));
    Files.writeString(folder.resolve("deep/model.bin.part.from"), "http://else/m\n\"a\"\n");
    get(ONCE, address, sha256, null);
    assertThat(publisher.requests().get(0).getFirst("Range")).isNull();
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void aPartThatIsWholeNeedsNoRequest() throws IOException {
    URI address = publisher.publish("/m", file(content, "\"a\""));
    Files.createDirectories(part.getParent());
    Files.write(part, content);
    Files.writeString(folder.resolve("deep/model.bin.part.from"), address + "\n\"a\"\n");
    get(ONCE, address, sha256, (long) content.length);
    assertThat(publisher.requests()).isEmpty();
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void aPartLongerThanTheFileIsStartedAgain() throws IOException {
    URI address = publisher.publish("/m", file(content, "\"a\""));
    Files.createDirectories(part.getParent());
    Files.write(part, random(3, 400_000));
    Files.writeString(folder.resolve("deep/model.bin.part.from"), address + "\n\"a\"\n");
    get(OFTEN, address, sha256, null); // the server answers 416 first
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void aCorruptedFileIsNotPutInPlace() throws IOException {
    byte[] corrupted = content.clone();
    corrupted[200_000] ^= 1;
    URI address = publisher.publish("/m", file(corrupted, "\"a\""));
    assertThatThrownBy(() -> get(OFTEN, address, sha256, null))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining(sha256)
        .hasMessageContaining(Sha256.of(corrupted));
    assertThat(names()).isEmpty();
    assertThat(publisher.requests()).hasSize(1);
  }

  @Test
  void aHashOfWhichOnlyTheBeginningIsKnownIsChecked() {
    URI address = publisher.publish("/m", file(content, "\"a\""));
    assertThatThrownBy(() -> get(ONCE, address, "00000000", null))
        .hasMessageContaining("SHA-256 00000000 was expected");
    assertThat(get(ONCE, address, sha256.substring(0, 8), null).sha256()).isEqualTo(sha256);
  }

  @Test
  void aTruncatedFileIsCompletedOrRefused() {
    byte[] half = Arrays.copyOf(content, 150_000);
    URI address =
        publisher.publish(
            "/m",
            exchange -> { // no length: only the end of the connection ends it
              exchange.getResponseHeaders().set("ETag", "\"a\"");
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(half);
              exchange.getResponseBody().close();
            },
            file(content, "\"a\""));
    get(OFTEN, address, sha256, (long) content.length);
    assertThat(target).hasBinaryContent(content);
    assertThat(publisher.requests().get(1).getFirst("Range")).isEqualTo("bytes=150000-");
  }

  @Test
  void aFileOfTheWrongLengthIsRefusedBeforeItIsRead() throws IOException {
    URI address = publisher.publish("/m", file(content, "\"a\""));
    assertThatThrownBy(() -> get(OFTEN, address, sha256, 299_999L))
        .hasMessageContaining("has 300000 bytes, and 299999 were expected");
    assertThat(names()).isEmpty();
    assertThat(publisher.requests()).hasSize(1);
  }

  @Test
  void aPageInsteadOfTheFileDoesNotCostWhatHasCome() throws IOException {
    URI address =
        publisher.publish(
            "/m",
            breaking(content, "\"a\"", 100_000),
            plain("<html>Log in".getBytes(StandardCharsets.UTF_8)),
            file(content, "\"a\""));
    long size = content.length;
    assertThatThrownBy(() -> get(ONCE, address, sha256, size)).hasMessageContaining("broke off");
    long kept = Files.size(part);
    assertThatThrownBy(() -> get(ONCE, address, sha256, size))
        .hasMessageContaining("has 12 bytes, and 300000 were expected");
    assertThat(part).hasSize(kept);
    get(ONCE, address, sha256, size);
    assertThat(target).hasBinaryContent(content);
    assertThat(publisher.requests().get(2).getFirst("Range")).isEqualTo("bytes=" + kept + "-");
  }

  @Test
  void aFileThatDoesNotEndIsCutOff() throws IOException {
    URI address =
        publisher.publish(
            "/m",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              while (true) {
                exchange.getResponseBody().write(content);
              }
            });
    assertThatThrownBy(() -> get(OFTEN, address, null, 1000L))
        .hasMessageContaining("goes on after the 1000 bytes");
    assertThat(names()).isEmpty();
  }

  @Test
  void aServerThatFallsSilentIsGivenUpAndTriedAgain() {
    URI address =
        publisher.publish(
            "/m",
            exchange -> {
              exchange.getResponseHeaders().set("ETag", "\"a\"");
              exchange.sendResponseHeaders(200, content.length);
              exchange.getResponseBody().write(content, 0, 100_000);
              exchange.getResponseBody().flush();
              sleepUntilStopped();
            },
            file(content, "\"a\""));
    // On a busy machine a server that does answer may be given up, too, many times.
    Retries impatient = new Retries(100, Duration.ofMillis(1), Duration.ofMillis(500));
    get(impatient, address, sha256, null);
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(2);
    URI address =
        publisher.publish(
            "/m",
            exchange -> {
              asked.countDown();
              sleepUntilStopped();
            });
    Retries impatient = new Retries(2, Duration.ofMillis(1), Duration.ofSeconds(2));
    assertThatThrownBy(() -> get(impatient, address, sha256, null))
        .hasMessageContaining("cannot reach localhost: no answer for 2 s");
    assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(publisher.requests()).hasSize(2);
  }

  @Test
  void aPassingFaultIsTriedAgain() {
    URI address =
        publisher.publish(
            "/m",
            status(503, Map.of("Retry-After", "0")),
            status(429, Map.of()),
            file(content, "\"a\""));
    get(OFTEN, address, sha256, null);
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void aLastingFaultEndsAfterSomeAttempts() throws IOException {
    URI address = publisher.publish("/m", status(503, Map.of()));
    assertThatThrownBy(() -> get(OFTEN, address, sha256, null))
        .hasMessageStartingWith("localhost answers each time with status 503; try later")
        .hasMessageContaining("by hand and put it to " + target);
    assertThat(publisher.requests()).hasSize(3);
    assertThat(names()).isEmpty();
  }

  @Test
  void anInterruptKeepsWhatHasCome() throws IOException {
    URI address =
        publisher.publish(
            "/m",
            exchange -> {
              exchange.getResponseHeaders().set("ETag", "\"a\"");
              exchange.sendResponseHeaders(200, content.length);
              exchange.getResponseBody().write(content, 0, 100_000);
              exchange.getResponseBody().flush();
              sleepUntilStopped();
            },
            file(content, "\"a\""));
    Thread self = Thread.currentThread();
    Progress stopsAtTheFirstBytes =
        new Watched(
            units -> {
              if (units > 0) {
                self.interrupt();
              }
            });
    Downloader downloader = new Downloader(HttpClient.newHttpClient(), new Tokens(Map.of()), OFTEN);
    assertThatThrownBy(
            () -> downloader.get(new Download(address, target, sha256, null), stopsAtTheFirstBytes))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Files.size(part)).isPositive();

    get(ONCE, address, sha256, null);
    assertThat(target).hasBinaryContent(content);
    assertThat(publisher.requests().get(1).getFirst("Range")).startsWith("bytes=");
  }

  @Test
  void progressCountsEveryByteOnceAlsoWhenItGoesOn() {
    URI address =
        publisher.publish("/m", breaking(content, "\"a\"", 100_000), file(content, "\"a\""));
    assertThatThrownBy(() -> get(ONCE, address, null, null)).isInstanceOf(LetheException.class);
    AtomicLong sum = new AtomicLong();
    Watched watched = new Watched(sum::addAndGet);
    new Downloader(HttpClient.newHttpClient(), new Tokens(Map.of()), ONCE)
        .get(new Download(address, target, null, null), watched);
    long kept = Long.parseLong(publisher.requests().get(1).getFirst("Range").replaceAll("\\D", ""));
    assertThat(watched.begun())
        .containsExactly("reading what is there of " + part + " " + kept, "model.bin 300000");
    assertThat(sum).hasValue(kept + content.length);
  }

  @Test
  void twoFetchesOfOneFileDoNotMix() throws IOException {
    URI address = publisher.publish("/m", file(content, "\"a\""));
    Download download = new Download(address, target, sha256, null);
    try (PartFile first = PartFile.open(download, Progress.silent())) {
      assertThat(first.length()).isZero();
      assertThatThrownBy(() -> get(ONCE, address, sha256, null))
          .isInstanceOf(LetheException.class)
          .hasMessage(part + " is being written by another fetch: wait for it");
    }
    get(ONCE, address, sha256, null);
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void aFileThatIsThereIsLeftAlone() throws IOException {
    URI address = publisher.publish("/m", file(content, "\"a\""));
    Files.createDirectories(target.getParent());
    Files.write(target, content);
    assertThat(get(ONCE, address, sha256, (long) content.length).wasThere()).isTrue();
    assertThat(publisher.requests()).isEmpty();
  }

  @Test
  void anotherFileIsNotOverwritten() throws IOException {
    URI address = publisher.publish("/m", file(content, "\"a\""));
    Files.createDirectories(target.getParent());
    Files.writeString(target, "mine");
    assertThatThrownBy(() -> get(ONCE, address, sha256, null))
        .hasMessageContaining("is there and is another file (SHA-256 " + sha256);
    assertThatThrownBy(() -> get(ONCE, address, null, 5L))
        .hasMessageContaining("5 bytes were expected and 4 found");
    assertThat(target).hasContent("mine");
  }

  @Test
  void aFileThatAppearsMeanwhileIsNotOverwritten() throws IOException {
    URI address =
        publisher.publish(
            "/m",
            exchange -> {
              Files.writeString(target, "mine");
              file(content, "\"a\"").handle(exchange);
            });
    assertThatThrownBy(() -> get(OFTEN, address, sha256, null))
        .isInstanceOf(LetheException.class)
        .hasMessageStartingWith(target + " was put there while it was being fetched")
        .hasMessageContaining("what was fetched is in " + part);
    assertThat(target).hasContent("mine");
    assertThat(part).hasBinaryContent(content);

    Files.delete(target);
    get(ONCE, address, sha256, (long) content.length);
    assertThat(target).hasBinaryContent(content);
    assertThat(publisher.requests()).hasSize(1);
  }

  @Test
  void whatDoesNotFitOnTheDiskIsNotBegun() throws IOException {
    long huge = 1L << 60;
    URI address =
        publisher.publish(
            "/m",
            exchange -> {
              exchange.sendResponseHeaders(200, huge);
              exchange.getResponseBody().write(content);
              exchange.getResponseBody().flush();
              sleepUntilStopped();
            });
    assertThatThrownBy(() -> get(ONCE, address, null, huge))
        .hasMessageContaining("model.bin needs 1152921504.61 GB more");
    assertThat(names()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsOneLine() throws IOException {
    URI address = publisher.publish("/m", file(content, "\"a\""));
    Files.writeString(folder.resolve("deep"), "a file");
    assertThatThrownBy(() -> get(ONCE, address, null, null))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("cannot write " + part);
  }

  /** Until the server ends, which interrupts its threads. */
  private static void sleepUntilStopped() {
    try {
      Thread.sleep(Duration.ofMinutes(1).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
