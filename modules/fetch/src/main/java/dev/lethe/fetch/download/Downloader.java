package dev.lethe.fetch.download;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Duration;
import java.util.Map;

/**
 * Downloads files. A file is put in place when it is whole and has the wanted hash; until then what
 * has come of it is kept, and the next call goes on from there. Nothing is overwritten.
 */
public final class Downloader {
  private static final Duration CONNECTING = Duration.ofSeconds(20);

  private final Transfer transfer;
  private final Retries retries;

  /** Creates a downloader; the client must not follow redirects. */
  public Downloader(HttpClient client, Tokens tokens, Retries retries) {
    Web web = new Web(client, tokens, retries.silence());
    this.transfer = new Transfer(web, tokens, retries.silence());
    this.retries = retries;
  }

  /** Returns a downloader with the proxies and tokens that environment variables name. */
  public static Downloader of(Map<String, String> environment) {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            // A single stream gains nothing from HTTP/2, whose flow control slows big files down.
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(Proxies.of(environment))
            .build();
    return new Downloader(client, Tokens.of(environment), Retries.patient());
  }

  /**
   * Gets a file.
   *
   * @return the file, which may have been there
   * @throws LetheException if it cannot be had, or another file is in its place
   * @throws CancelledException if the thread was interrupted; what has come is kept
   */
  public Downloaded get(Download download, Progress progress) {
    if (Files.exists(download.target(), LinkOption.NOFOLLOW_LINKS)) {
      return ExistingFile.check(download, progress);
    }
    try (PartFile part = PartFile.open(download, progress)) {
      Long size = download.size();
      if (size == null || part.length() < size) {
        complete(download, part, progress);
      }
      long bytes = part.length();
      return new Downloaded(bytes, part.finish(download), false);
    }
  }

  private void complete(Download download, PartFile part, Progress progress) {
    long farthest = part.length();
    int failures = 0;
    while (true) {
      try {
        transfer.complete(download, part, progress);
        return;
      } catch (IOException e) {
        boolean further = part.length() > farthest;
        farthest = Math.max(farthest, part.length());
        failures = further ? 1 : failures + 1;
        if (failures >= retries.attempts() || !further && Unreachable.isCause(e)) {
          throw Unreachable.failure(download, part.length(), e);
        }
        progress.message(
            "%s: %s; trying again".formatted(download.address().getHost(), Unreachable.reason(e)));
        sleep(retries.after(failures, e instanceof TryLater later ? later.pause() : Duration.ZERO));
      }
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
