package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching with the assembled distribution, from a server on this machine. */
class FetchIT {
  private static final int BEGINNING = 3_000_000;

  @TempDir Path folder;
  private final byte[] content = new byte[2 * BEGINNING];
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private Home home;

  @BeforeEach
  void assembleAndServe() throws IOException {
    home = Home.in(folder);
    new Random(1).nextBytes(content);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/weights.bin", this::send);
    server.createContext(
        "/stream.bin",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content);
          }
        });
    server.setExecutor(threads);
    server.start();
    Files.writeString(
        folder.resolve("mine.yaml"),
        """
        entries:
          - name: weights
            kind: model
            description: Weights.
            licence: none
            base: http://localhost:%1$d/
            files: [{file: weights.bin, size: %2$d}]
          - name: stream
            kind: model
            description: Weights of which nobody says how many.
            licence: none
            base: http://localhost:%1$d/
            files: [{file: stream.bin}]
        """
            .formatted(server.getAddress().getPort(), content.length));
  }

  @AfterEach
  void stop() throws IOException {
    goOn.countDown();
    server.stop(0);
    threads.shutdownNow();
    home.close();
  }

  /** Sends the beginning, and the rest when somebody asks for that. */
  private void send(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("ETag", "\"one\"");
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
    if (from > 0) {
      exchange.getResponseBody().write(content, from, content.length - from);
    } else {
      exchange.getResponseBody().write(content, 0, BEGINNING);
      exchange.getResponseBody().flush();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    exchange.close();
  }

  private LetheProcess fetch(String... arguments) throws IOException {
    return LetheProcess.start(home, folder, arguments);
  }

  @Test
  void whatASignalInterruptsGoesOnWhereItStopped() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "signals are sent with kill");
    Path part = folder.resolve("models/weights/weights.bin.part");
    try (LetheProcess process = fetch("model", "fetch", "weights", "--catalogue", "mine.yaml")) {
      process.await("the beginning", () -> part.toFile().length() == BEGINNING);
      Signals.send("INT", process.pid());
      assertThat(process.finish()).isEqualTo(130);
    }
    assertThat(part).hasSize(BEGINNING);

    try (LetheProcess process = fetch("model", "fetch", "weights", "--catalogue", "mine.yaml")) {
      assertThat(process.finish()).as(process.err()).isZero();
      assertThat(process.out()).contains("not checked: the catalogue knows no checksum");
    }
    assertThat(folder.resolve("models/weights/weights.bin")).hasBinaryContent(content);
    assertThat(part).doesNotExist();
  }

  @Test
  void theShippedCatalogueIsListed() throws Exception {
    try (LetheProcess process = fetch("data", "fetch")) {
      assertThat(process.finish()).as(process.err()).isZero();
      assertThat(process.out()).contains("imagenetv2-matched-frequency").contains("facescrub");
    }
  }

  @Test
  void aDiskThatIsFullIsOneLineAndKeepsTheBeginning() throws Exception {
    try (MountedDisk small = MountedDisk.at(folder.resolve("small"), "size=1m")) {
      assertThat(failure("weights")).contains("weights.bin needs 6.0 MB more in");
      assertThat(small.path()).isEmptyDirectory();
      assertThat(failure("stream")).contains("stream.bin.part: the disk is full");
      assertThat(small.path().resolve("stream.bin.part")).isNotEmptyFile();
    }
  }

  private String failure(String name) throws Exception {
    try (LetheProcess process =
        fetch("model", "fetch", name, "--catalogue", "mine.yaml", "--to", "small", "-q")) {
      assertThat(process.finish()).isEqualTo(1);
      assertThat(process.err().lines()).hasSize(1);
      return process.err();
    }
  }
}
