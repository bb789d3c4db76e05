package dev.lethe.fetch.download;

import dev.lethe.api.LetheException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a server says about a file before it sends it. */
final class Answer implements AutoCloseable {
  private static final int WHOLE = 200;
  private static final int PART = 206;
  private static final int UNKNOWN_RANGE = 416;
  private static final Set<Integer> LATER = Set.of(408, 429, 500, 502, 503, 504);
  private static final Set<Integer> FORBIDDEN = Set.of(401, 403);
  private static final Set<Integer> MISSING = Set.of(404, 410);
  private static final Pattern RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
  private static final Pattern SIGN = Pattern.compile("[ -~]{1,500}");
  private static final Pattern PAGE = Pattern.compile("(?i)\\s*(text/html|.*xhtml).*");
  private static final Pattern PAGES = Pattern.compile(".*\\.x?html?");
  private static final Pattern PACKED = Pattern.compile("(?i)(?!\\s*identity\\s*$).*\\S.*");

  /** Some servers say of packed files that they were packed on the way. */
  private static final Pattern PACKAGES = Pattern.compile(".*\\.(t?gz|bz2|xz|zst|br|z)");

  private static final Duration SETTLED = Duration.ofMinutes(1);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  private final HttpResponse<Body> response;

  /**
   * Looks at a response.
   *
   * @throws TryLater if the server has a passing fault
   * @throws LetheException if it will never send this file
   */
  Answer(URI address, HttpResponse<Body> response, Tokens tokens) throws TryLater {
    this.response = response;
    int status = response.statusCode();
    if (status == WHOLE || status == PART || status == UNKNOWN_RANGE) {
      return;
    }
    response.body().close();
    if (LATER.contains(status)) {
      throw new TryLater("status " + status, pause());
    }
    if (FORBIDDEN.contains(status)) {
      throw new LetheException(
          "%s refuses %s (status %d): %s"
              .formatted(address.getHost(), address, status, tokens.advice(address)));
    }
    if (MISSING.contains(status)) {
      throw new LetheException(
          "%s has no %s (status %d): it has moved; give its new address in a catalogue of your own"
              .formatted(address.getHost(), address, status));
    }
    throw new LetheException(
        "%s answers with status %d where a file was expected: %s"
            .formatted(address.getHost(), status, address));
  }

  /**
   * Makes sure that what comes is the file itself, as far as headers tell. Where a hash is known,
   * that decides.
   *
   * @throws LetheException if it is a web page, or packed on its way
   */
  void requireFile(Download download) {
    if (download.isChecked()) {
      return;
    }
    String name = download.name().toLowerCase(Locale.ROOT);
    if (says("Content-Type", PAGE) && !PAGES.matcher(name).matches()) {
      throw new LetheException(
          "%s sends a web page instead of %s: it may want a login; open %s in a browser"
              .formatted(download.address().getHost(), download.name(), download.address()));
    }
    if (says("Content-Encoding", PACKED) && !PACKAGES.matcher(name).matches()) {
      throw new LetheException(
          "%s sends %s packed on its way, though nobody asked for that: download %s by hand and put it to %s"
              .formatted(
                  download.address().getHost(),
                  download.name(),
                  download.address(),
                  download.target()));
    }
  }

  private boolean says(String header, Pattern value) {
    return headers().allValues(header).stream().anyMatch(v -> value.matcher(v).matches());
  }

  /** Returns whether the server has nothing at the place that was asked for. */
  boolean isBeyondTheEnd() {
    return response.statusCode() == UNKNOWN_RANGE;
  }

  /**
   * Returns which byte of the file the content begins with; -1 if that cannot be understood, or if
   * it cannot be told whether the content ends where the file does.
   */
  long start() {
    if (response.statusCode() == WHOLE) {
      return 0;
    }
    Matcher range = range();
    return range.matches() && !range.group(2).equals("*") ? Long.parseLong(range.group(1)) : -1;
  }

  /** Returns the length of the whole file, if the server says it. */
  OptionalLong total() {
    Matcher range = range();
    if (range.matches()) {
      return range.group(2).equals("*")
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(range.group(2)));
    }
    return headers().firstValueAsLong("Content-Length");
  }

  /**
   * Returns what tells this content from any other under the same address: a strong entity tag, or
   * the time of its last change if that is long past; null if the server gives neither.
   */
  @Nullable String validator() {
    return headers()
        .firstValue("ETag")
        .filter(tag -> tag.startsWith("\"") && isSign(tag))
        .or(() -> headers().firstValue("Last-Modified").filter(this::isLongPast))
        .orElse(null);
  }

  /** Returns whether a text can be what a validator is, and be sent back. */
  static boolean isSign(String text) {
    return SIGN.matcher(text).matches();
  }

  /** Two changes within a second have one time, so that it tells nothing of a recent one. */
  private boolean isLongPast(String changed) {
    try {
      ZonedDateTime now = date(headers().firstValue("Date").orElse(""));
      return Duration.between(date(changed), now).compareTo(SETTLED) >= 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static ZonedDateTime date(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  Body body() {
    return response.body();
  }

  @Override
  public void close() {
    response.body().close();
  }

  private Matcher range() {
    String range = headers().firstValue("Content-Range").orElse("");
    return RANGE.matcher(response.statusCode() == PART ? range : "");
  }

  private Duration pause() {
    return headers()
        .firstValue("Retry-After")
        .filter(value -> SECONDS.matcher(value).matches())
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(Duration.ZERO);
  }

  private HttpHeaders headers() {
    return response.headers();
  }
}
