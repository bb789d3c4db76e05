package dev.lethe.fetch.download;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that publishes files, well or badly, as it is told. */
public final class Publisher implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final String scheme;
  private final List<Headers> requests = new CopyOnWriteArrayList<>();

  Publisher(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.setExecutor(threads);
    server.start();
  }

  /** Starts a server that speaks plain HTTP. */
  public static Publisher start() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new Publisher(HttpServer.create(any, 0), "http");
  }

  /** Publishes under a path: each request gets the next answer, the last one stays. */
  public URI publish(String path, HttpHandler... answers) {
    Deque<HttpHandler> queue = new ArrayDeque<>(Arrays.asList(answers));
    server.createContext(
        path,
        exchange -> {
          HttpHandler answer;
          synchronized (queue) {
            requests.add(exchange.getRequestHeaders());
            answer = queue.size() > 1 ? queue.remove() : queue.element();
          }
          try (exchange) {
            answer.handle(exchange);
          } catch (IOException e) {
            // The client went away, or the answer was meant to break.
          }
        });
    return address(path);
  }

  /** Returns an address of this server. */
  public URI address(String path) {
    return URI.create("%s://localhost:%d%s".formatted(scheme, server.getAddress().getPort(), path));
  }

  /** Returns the headers of every request so far. */
  public List<Headers> requests() {
    return List.copyOf(requests);
  }

  /**
   * A file as good servers send it: with a tag, and from where it is asked for if it is the same.
   */
  public static HttpHandler file(byte[] content, String tag) {
    return exchange -> send(exchange, content, tag, content.length);
  }

  /** The same, but the connection breaks after some bytes of the answer. */
  public static HttpHandler breaking(byte[] content, String tag, int after) {
    return exchange -> send(exchange, content, tag, after);
  }

  /** A file from a server that neither tags its content nor continues anything. */
  public static HttpHandler plain(byte[] content) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    };
  }

  /** An answer without content. */
  public static HttpHandler status(int status, Map<String, String> headers) {
    return exchange -> {
      headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /** A redirect. */
  public static HttpHandler redirect(String location) {
    return status(302, Map.of("Location", location));
  }

  private static void send(HttpExchange exchange, byte[] content, String tag, int most)
      throws IOException {
    exchange.getResponseHeaders().set("ETag", tag);
    int from = 0;
    String range = exchange.getRequestHeaders().getFirst("Range");
    String condition = exchange.getRequestHeaders().getFirst("If-Range");
    if (range != null && (condition == null || condition.equals(tag))) {
      from = Integer.parseInt(range.replaceAll("\\D", ""));
    }
    if (from > 0 && from >= content.length) {
      exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    int length = content.length - from;
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, length);
    exchange.getResponseBody().write(content, from, Math.min(most, length));
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
