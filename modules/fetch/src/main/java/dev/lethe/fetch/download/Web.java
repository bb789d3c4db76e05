package dev.lethe.fetch.download;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Asks servers for files and follows their redirects: never from https to http, and with a token
 * for its own host only. The client's own redirects would take every header along.
 */
final class Web {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 10;
  private static final Pattern ILLEGAL = Pattern.compile("[^\\x21-\\x7e]|[\"<>\\\\^`{|}]");

  private final HttpClient client;
  private final Tokens tokens;
  private final Duration silence;

  Web(HttpClient client, Tokens tokens, Duration silence) {
    this.client = client;
    this.tokens = tokens;
    this.silence = silence;
  }

  /**
   * Returns the answer that no redirect follows; close its body.
   *
   * @throws IOException if no server answers
   */
  HttpResponse<Body> get(URI address, Map<String, String> headers) throws IOException {
    URI at = address;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpResponse<Body> response = send(at, headers);
      if (!REDIRECTS.contains(response.statusCode())) {
        return response;
      }
      response.body().close();
      at = target(at, response);
    }
    throw new LetheException(
        "%s leads to more than %d redirects: the server is set up wrongly"
            .formatted(address, MOST_REDIRECTS));
  }

  private static URI target(URI from, HttpResponse<Body> response) {
    String location =
        response
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new LetheException(from + " is redirected without saying where"));
    URI to;
    try {
      to = from.resolve(escaped(location));
    } catch (IllegalArgumentException e) {
      throw new LetheException(from + " is redirected to '" + location + "', no address", e);
    }
    boolean secure = "https".equalsIgnoreCase(to.getScheme());
    boolean wasSecure = "https".equalsIgnoreCase(from.getScheme());
    if (to.getHost() == null
        || !secure && (wasSecure || !"http".equalsIgnoreCase(to.getScheme()))) {
      throw new LetheException(
          "%s is redirected to %s, which is not followed: anybody on the way could change it"
              .formatted(from, to));
    }
    return to;
  }

  /** Escapes what does not belong into an address, and what some servers put there all the same. */
  private static String escaped(String location) {
    return ILLEGAL
        .matcher(location)
        .replaceAll(
            match -> URLEncoder.encode(match.group(), StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private HttpResponse<Body> send(URI at, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at)
            .header("User-Agent", "lethe")
            // Ranges and hashes are those of the file, not of what a server makes of it on the way.
            .header("Accept-Encoding", "identity");
    headers.forEach(request::header);
    tokens.token(at).ifPresent(token -> request.header("Authorization", "Bearer " + token));
    // A timeout of the request itself would, from Java 26 on, end the transfer as well.
    CompletableFuture<HttpResponse<Body>> answer =
        client.sendAsync(request.build(), info -> new Body());
    try {
      return answer.get(silence.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("no answer for " + silence.toSeconds() + " s");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException(e.getCause());
    }
  }
}
