package dev.lethe.fetch.download;

import static dev.lethe.fetch.download.Publisher.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private static final URI HUB = URI.create("https://huggingface.co/a");

  @TempDir private Path folder;

  private static Proxy proxy(Map<String, String> environment, URI address) {
    List<Proxy> proxies = Proxies.of(environment).select(address);
    assertThat(proxies).hasSize(1);
    return proxies.get(0);
  }

  @Test
  void theProxyOfTheSchemeIsUsed() {
    Map<String, String> environment =
        Map.of("https_proxy", "http://127.0.0.1:3128", "HTTP_PROXY", "127.0.0.1:81");
    assertThat(proxy(environment, HUB).address())
        .isEqualTo(new InetSocketAddress("127.0.0.1", 3128));
    assertThat(proxy(environment, URI.create("http://example.org/")).address())
        .isEqualTo(new InetSocketAddress("127.0.0.1", 81));
  }

  @Test
  void exceptionsAreReachedDirectly() {
    for (String exceptions : List.of("huggingface.co", "a.org, .co", "co", "*")) {
      Map<String, String> environment =
          Map.of("https_proxy", "http://127.0.0.1:3128", "no_proxy", exceptions);
      assertThat(proxy(environment, HUB)).as(exceptions).isEqualTo(Proxy.NO_PROXY);
    }
    Map<String, String> environment =
        Map.of("https_proxy", "http://127.0.0.1:3128", "no_proxy", "face.co");
    assertThat(proxy(environment, HUB)).isNotEqualTo(Proxy.NO_PROXY);
  }

  @Test
  void withoutVariablesThoseOfTheVirtualMachineHold() {
    assertThat(proxy(Map.of(), HUB)).isEqualTo(Proxy.NO_PROXY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://me:hunter2@proxy:3128", "http://", "http://a b:1", "::"})
  void aProxyThatCannotBeUsedIsRefusedWithoutShowingAPassword(String value) {
    assertThatThrownBy(() -> Proxies.of(Map.of("https_proxy", value)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("https_proxy must be http://HOST:PORT")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aFileComesThroughAProxy() throws IOException {
    try (Publisher proxy = Publisher.start()) {
      byte[] content = "weights".getBytes(StandardCharsets.UTF_8);
      // A proxy is asked with the whole address, of which a server looks at the path.
      proxy.publish("/model.bin", file(content, "\"a\""));
      URI address = URI.create("http://unknown.invalid/model.bin");
      Map<String, String> environment =
          Map.of("http_proxy", "http://localhost:" + proxy.address("/").getPort());
      Path target = folder.resolve("model.bin");
      Downloader.of(environment).get(new Download(address, target, null, null), Progress.silent());
      assertThat(target).hasBinaryContent(content);
      assertThat(proxy.requests().get(0).getFirst("Host")).isEqualTo("unknown.invalid");
    }
  }
}
