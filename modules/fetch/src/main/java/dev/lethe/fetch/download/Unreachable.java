package dev.lethe.fetch.download;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** What to say when a server cannot be reached, has no answer, or breaks off again and again. */
final class Unreachable {
  private Unreachable() {}

  /** Returns whether nothing was reached at all, so that trying again at once is of no use. */
  static boolean isCause(IOException failure) {
    return failure instanceof ConnectException
        || failure instanceof UnknownHostException
        || failure instanceof HttpConnectTimeoutException
        || failure instanceof SSLException;
  }

  /** Returns why, in few words. */
  static String reason(IOException failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof UnresolvedAddressException || e instanceof UnknownHostException) {
        return "its name is not known (is this machine offline?)";
      }
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return "no connection in time";
    }
    if (failure instanceof SSLException) {
      return "no trustworthy connection: " + failure.getMessage();
    }
    String message = failure.getMessage();
    if (message != null) {
      return message;
    }
    return failure instanceof ConnectException
        ? "connection refused"
        : failure.getClass().getSimpleName();
  }

  /** Returns the failure that ends a download. */
  static LetheException failure(Download download, long kept, IOException cause) {
    URI address = download.address();
    if (kept > 0) {
      return new LetheException(
          "%s broke off: %s; %s of %s are kept, and the same command goes on from there"
              .formatted(address.getHost(), reason(cause), Bytes.text(kept), download.name()),
          cause);
    }
    if (cause instanceof TryLater) {
      return new LetheException(
          "%s answers each time with %s; try later, or download %s by hand and put it to %s"
              .formatted(address.getHost(), reason(cause), address, download.target()),
          cause);
    }
    return new LetheException(
        "cannot reach %s: %s; download %s by hand and put it to %s"
            .formatted(address.getHost(), reason(cause), address, download.target()),
        cause);
  }
}
