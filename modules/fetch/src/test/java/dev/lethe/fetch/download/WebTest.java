package dev.lethe.fetch.download;

import static dev.lethe.fetch.download.Publisher.file;
import static dev.lethe.fetch.download.Publisher.redirect;
import static dev.lethe.fetch.download.Publisher.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redirects, tokens, refusals: what servers of strangers do, and two of them here do too. */
class WebTest {
  private static final byte[] CONTENT = "weights".getBytes(StandardCharsets.UTF_8);
  private static final Tokens TOKENS = new Tokens(Map.of("localhost", "secret"));

  @TempDir private static Path keys;
  private static Certificate certificate;

  @TempDir private Path folder;

  @BeforeAll
  static void makeACertificate() throws IOException, InterruptedException {
    certificate = Certificate.make(keys);
  }

  private Downloaded get(URI address) {
    HttpClient client = HttpClient.newBuilder().sslContext(certificate.trusted()).build();
    Retries retries = new Retries(2, Duration.ofMillis(1), Duration.ofSeconds(20));
    Path target = folder.resolve("model.bin");
    return new Downloader(client, TOKENS, retries)
        .get(new Download(address, target, null, null), Progress.silent());
  }

  @Test
  void redirectsAreFollowedWithTheRangeAndAskedAnewEachTime() throws IOException {
    try (Publisher hub = Publisher.start();
        Publisher store = Publisher.start()) {
      URI stored =
          store.publish("/blob", Publisher.breaking(CONTENT, "\"a\"", 3), file(CONTENT, "\"a\""));
      URI address = hub.publish("/resolve/main/model.bin", redirect(stored.toString()));
      get(address);
      assertThat(folder.resolve("model.bin")).hasBinaryContent(CONTENT);
      assertThat(hub.requests()).hasSize(2);
      assertThat(store.requests().get(1).getFirst("Range")).isEqualTo("bytes=3-");
    }
  }

  @Test
  void aRelativeRedirectIsFollowed() throws IOException {
    try (Publisher hub = Publisher.start()) {
      hub.publish("/there", file(CONTENT, "\"a\""));
      get(hub.publish("/here", redirect("/there")));
      assertThat(folder.resolve("model.bin")).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void aRedirectThatIsWrittenCarelesslyIsFollowed() throws IOException {
    try (Publisher hub = Publisher.start()) {
      hub.publish("/there", file(CONTENT, "\"a\""));
      get(hub.publish("/here", redirect("/there?name=\"my model\"|{1}&x=%2B")));
      assertThat(folder.resolve("model.bin")).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void aLoopOfRedirectsEnds() throws IOException {
    try (Publisher hub = Publisher.start()) {
      URI address = hub.publish("/here", redirect("/here"));
      assertThatThrownBy(() -> get(address))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining("leads to more than 10 redirects");
    }
  }

  @Test
  void aRedirectFromHttpsToHttpIsNotFollowed() throws IOException {
    try (Publisher hub = certificate.publisher();
        Publisher open = Publisher.start()) {
      URI unsafe = open.publish("/blob", file(CONTENT, "\"a\""));
      URI address = hub.publish("/model.bin", redirect(unsafe.toString()));
      assertThatThrownBy(() -> get(address))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining("is redirected to " + unsafe + ", which is not followed");
      assertThat(open.requests()).isEmpty();
    }
  }

  @Test
  void aRedirectToAFileOfThisMachineIsNotFollowed() throws IOException {
    try (Publisher hub = Publisher.start()) {
      URI address = hub.publish("/model.bin", redirect("file:///etc/passwd"));
      assertThatThrownBy(() -> get(address)).hasMessageContaining("which is not followed");
      URI nowhere = hub.publish("/nowhere", status(302, Map.of()));
      assertThatThrownBy(() -> get(nowhere)).hasMessageContaining("without saying where");
    }
  }

  @Test
  void aTokenGoesToItsHostAndNotAlongARedirect() throws IOException {
    try (Publisher hub = certificate.publisher();
        Publisher store = certificate.publisher()) {
      store.publish("/blob", file(CONTENT, "\"a\""));
      String elsewhere = store.address("/blob").toString().replace("localhost", "127.0.0.1");
      get(hub.publish("/model.bin", redirect(elsewhere)));
      assertThat(hub.requests().get(0).getFirst("Authorization")).isEqualTo("Bearer secret");
      assertThat(store.requests()).hasSize(1);
      assertThat(store.requests().get(0).getFirst("Authorization")).isNull();
    }
  }

  @Test
  void aTokenIsNotSentInTheOpen() throws IOException {
    try (Publisher hub = Publisher.start()) {
      get(hub.publish("/model.bin", file(CONTENT, "\"a\"")));
      assertThat(hub.requests().get(0).getFirst("Authorization")).isNull();
    }
  }

  @Test
  void onlyHuggingFaceGetsTheTokenOfTheEnvironment() {
    Tokens tokens = Tokens.of(Map.of("HF_TOKEN", "hf_x\n"));
    assertThat(tokens.token(URI.create("https://huggingface.co/a"))).contains("hf_x");
    assertThat(tokens.token(URI.create("http://huggingface.co/a"))).isEmpty();
    assertThat(tokens.token(URI.create("https://huggingface.co.example.org/a"))).isEmpty();
    assertThat(tokens.token(URI.create("https://cdn-lfs.huggingface.co/a"))).isEmpty();
    assertThat(Tokens.of(Map.of()).token(URI.create("https://huggingface.co/a"))).isEmpty();
  }

  @Test
  void aCertificateThatNobodyVouchesForEndsAtOnce() throws IOException {
    try (Publisher hub = certificate.publisher()) {
      URI address = hub.publish("/model.bin", file(CONTENT, "\"a\""));
      Downloader strict = new Downloader(HttpClient.newHttpClient(), TOKENS, Retries.patient());
      Download download = new Download(address, folder.resolve("model.bin"), null, null);
      assertThatThrownBy(() -> strict.get(download, Progress.silent()))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining("cannot reach localhost: no trustworthy connection");
      assertThat(hub.requests()).isEmpty();
    }
  }

  @Test
  void refusalsSayWhatToDo() throws IOException {
    try (Publisher hub = Publisher.start()) {
      URI gated = hub.publish("/gated", status(401, Map.of("WWW-Authenticate", "Bearer")));
      assertThatThrownBy(() -> get(gated))
          .hasMessageContaining("localhost refuses " + gated + " (status 401)")
          .hasMessageContaining("download it by hand");
      URI forbidden = hub.publish("/forbidden", status(403, Map.of()));
      assertThatThrownBy(() -> get(forbidden)).hasMessageContaining("(status 403)");
      URI missing = hub.publish("/missing", status(404, Map.of()));
      assertThatThrownBy(() -> get(missing))
          .hasMessageContaining("localhost has no " + missing)
          .hasMessageContaining("a catalogue of your own");
      URI odd = hub.publish("/odd", status(418, Map.of()));
      assertThatThrownBy(() -> get(odd)).hasMessageContaining("status 418");
      assertThat(hub.requests()).hasSize(4);
    }
  }

  @Test
  void huggingFacesRefusalNamesItsToken() {
    URI address = URI.create("https://huggingface.co/a/resolve/main/b");
    assertThat(new Tokens(Map.of()).advice(address)).contains("set HF_TOKEN to a token");
    assertThat(Tokens.of(Map.of("HF_TOKEN", "x")).advice(address))
        .contains("the account that HF_TOKEN belongs to");
  }

  @Test
  void aClosedPortIsAnsweredAtOnce() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    URI address = URI.create("http://localhost:" + port + "/model.bin");
    assertThatThrownBy(() -> get(address))
        .isInstanceOf(LetheException.class)
        .hasMessageMatching(
            "cannot reach localhost: .+; download \\Q"
                + address
                + "\\E by hand and put it to .+bin");
  }

  @Test
  void anUnknownHostIsAnsweredAtOnce() {
    assertThatThrownBy(() -> get(URI.create("http://nowhere.invalid/model.bin")))
        .isInstanceOf(LetheException.class)
        .hasMessageContaining("cannot reach nowhere.invalid: its name is not known");
  }
}
