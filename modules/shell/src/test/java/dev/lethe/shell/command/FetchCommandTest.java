package dev.lethe.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.lethe.engine.Build;
import dev.lethe.engine.Experiments;
import dev.lethe.shell.console.Console;
import dev.lethe.testkit.InProcessExtensions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchCommandTest {
  private static final String SHA256_OF_HELLO =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(new PrintWriter(out), new PrintWriter(err), false, false);
  private HttpServer server;
  private Path catalogue;

  @BeforeEach
  void serveAndList() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hello.txt",
        exchange -> {
          byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, hello.length);
          exchange.getResponseBody().write(hello);
          exchange.close();
        });
    server.start();
    catalogue =
        Files.writeString(
            home.resolve("mine.yaml"),
            """
            entries:
              - name: greeting
                kind: data
                description: A word.
                licence: none
                base: http://localhost:%1$d/
                use: captions.path={folder}/hello.txt
                files:
                  - {file: hello.txt, sha256: %2$s, size: 5}
              - name: wrong
                kind: data
                description: Another word.
                licence: none
                base: http://localhost:%1$d/
                files:
                  - {file: hello.txt, sha256: "00000000"}
              - name: unknown
                kind: model
                description: A word that nobody hashed.
                licence: none
                base: http://localhost:%1$d/
                files:
                  - {file: hello.txt}
            """
                .formatted(server.getAddress().getPort(), SHA256_OF_HELLO));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private int lethe(String... args) {
    InProcessExtensions extensions = new InProcessExtensions(List.of());
    Build build = new Build("1.2.3", "abc");
    Lethe lethe =
        new Lethe(
            extensions, new NoPlugins(), Experiments.of(extensions, build, home), build, home);
    return new Commands(lethe).execute(console, args);
  }

  private int fetch(String kind, String... args) {
    return lethe(
        Stream.concat(
                Stream.of(kind, "fetch", "--catalogue", catalogue.toString()), Stream.of(args))
            .toArray(String[]::new));
  }

  @Test
  void withoutANameTheCatalogueIsListed() {
    assertThat(lethe("data", "fetch")).isZero();
    assertThat(out.toString())
        .contains("NAME", "SIZE", "LICENCE", "facescrub", "by hand")
        .doesNotContain("greeting");
    out.getBuffer().setLength(0);
    assertThat(fetch("data")).isZero();
    assertThat(out.toString()).contains("facescrub", "greeting").doesNotContain("unknown");
  }

  @Test
  void theListIsForProgramsToo() throws IOException {
    assertThat(lethe("model", "fetch", "--json")).isZero();
    assertThat(out.toString().lines())
        .isNotEmpty()
        .allSatisfy(
            line -> {
              JsonNode entry = new ObjectMapper().readTree(line);
              assertThat(entry.get("kind").asText()).isEqualTo("model");
              assertThat(entry.at("/files/0/address").asText()).startsWith("https://");
            });
  }

  @Test
  void aFetchedFileIsCheckedAndItsUseIsSaid() {
    Path to = home.resolve("words");
    assertThat(fetch("data", "greeting", "--to", to.toString())).as(err.toString()).isZero();
    assertThat(to.resolve("hello.txt")).hasContent("hello");
    assertThat(out.toString())
        .contains("SHA-256 " + SHA256_OF_HELLO)
        .contains("checked: it is the one that the catalogue expects")
        .contains("Use it with: captions.path=" + to.resolve("hello.txt"));
  }

  @Test
  void theSecondTimeNothingIsDone() throws IOException {
    String to = home.resolve("words").toString();
    assertThat(fetch("data", "greeting", "--to", to, "--quiet")).isZero();
    server.stop(0);
    out.getBuffer().setLength(0);
    assertThat(fetch("data", "greeting", "--to", to, "--json")).isZero();
    JsonNode file = new ObjectMapper().readTree(out.toString()).at("/files/0");
    assertThat(file.get("state").asText()).isEqualTo("present");
    assertThat(file.get("checked").asBoolean()).isTrue();
    assertThat(file.get("sha256").asText()).isEqualTo(SHA256_OF_HELLO);
  }

  @Test
  void aFileWithoutAKnownHashIsSaidToBeUnchecked() {
    assertThat(fetch("model", "unknown", "--to", home.resolve("m").toString())).isZero();
    assertThat(out.toString())
        .contains("SHA-256 " + SHA256_OF_HELLO)
        .contains("not checked: the catalogue knows no checksum");
  }

  @Test
  void aWrongFileIsOneAndOneLine() {
    assertThat(fetch("data", "wrong", "--quiet", "--to", home.resolve("w").toString()))
        .isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("SHA-256 00000000 was expected");
    assertThat(home.resolve("w/hello.txt")).doesNotExist();
  }

  @Test
  void anUnreachableServerSaysWhatToDoByHand() {
    server.stop(0);
    Path to = home.resolve("words");
    assertThat(fetch("data", "greeting", "--to", to.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("cannot reach localhost")
        .contains("by hand and put it to " + to.resolve("hello.txt"));
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void anUnknownNameIsThree() {
    assertThat(fetch("data", "greating")).isEqualTo(3);
    assertThat(err.toString()).contains("did you mean 'greeting'?");
    assertThat(fetch("model", "greeting")).isEqualTo(3);
    assertThat(err.toString()).contains("'lethe data fetch greeting' finds one");
  }

  @Test
  void aMissingCatalogueIsThreeAndAWrongOneTwo() throws IOException {
    assertThat(lethe("data", "fetch", "--catalogue", "none.yaml")).isEqualTo(3);
    Files.writeString(catalogue, "entries:\n  - {name: a, kind: date}\n");
    assertThat(fetch("data")).isEqualTo(2);
    assertThat(err.toString()).contains("mine.yaml: entries[0].kind must be one of model | data");
  }

  @Test
  void whatCannotBeFetchedIsExplained() {
    assertThat(lethe("data", "fetch", "facescrub")).isEqualTo(1);
    assertThat(out.toString()).contains("actors", "actresses", "images", "faces");
    assertThat(err.toString()).contains("facescrub has to be got by hand");
  }
}
