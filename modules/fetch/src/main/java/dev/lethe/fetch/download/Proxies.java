package dev.lethe.fetch.download;

import dev.lethe.api.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that environment variables name, as most programs read them: {@code https_proxy},
 * {@code http_proxy}, {@code no_proxy}. Where they are silent, those of the virtual machine.
 */
final class Proxies extends ProxySelector {
  private static final List<String> SCHEMES = List.of("https", "http");
  private static final int DEFAULT_PORT = 8080;

  private final Map<String, InetSocketAddress> byScheme = new LinkedHashMap<>();
  private final List<String> exceptions;

  private Proxies(Map<String, String> environment) {
    for (String scheme : SCHEMES) {
      String variable = scheme + "_proxy";
      String value = value(environment, variable);
      if (!value.isEmpty()) {
        byScheme.put(scheme, address(variable, value));
      }
    }
    exceptions =
        Arrays.stream(value(environment, "no_proxy").split("\\s*,\\s*"))
            .map(name -> name.startsWith(".") ? name.substring(1) : name)
            .filter(name -> !name.isEmpty())
            .toList();
  }

  /**
   * Reads the variables.
   *
   * @throws UsageException if one of them names no proxy that can be used
   */
  static ProxySelector of(Map<String, String> environment) {
    return new Proxies(environment);
  }

  @Override
  public List<Proxy> select(URI uri) {
    InetSocketAddress proxy = byScheme.get(uri.getScheme().toLowerCase(Locale.ROOT));
    if (proxy == null) {
      return ProxySelector.getDefault().select(uri);
    }
    return isExcepted(uri.getHost())
        ? List.of(Proxy.NO_PROXY)
        : List.of(new Proxy(Proxy.Type.HTTP, proxy));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // The download fails with this failure, and says what to do.
  }

  private boolean isExcepted(String host) {
    return exceptions.stream()
        .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
  }

  private static InetSocketAddress address(String variable, String proxy) {
    try {
      URI uri = new URI(proxy.contains("://") ? proxy : "http://" + proxy);
      if (uri.getHost() != null && uri.getUserInfo() == null) {
        return new InetSocketAddress(
            uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
      }
    } catch (URISyntaxException e) {
      throw wrong(variable, e);
    }
    throw wrong(variable, null);
  }

  private static UsageException wrong(String variable, @Nullable Throwable cause) {
    // The value is not shown: it may hold a password.
    return new UsageException(
        variable + " must be http://HOST:PORT (a user and password are not supported)", cause);
  }

  private static String value(Map<String, String> environment, String name) {
    String small = environment.get(name);
    return small != null ? small : environment.getOrDefault(name.toUpperCase(Locale.ROOT), "");
  }
}
