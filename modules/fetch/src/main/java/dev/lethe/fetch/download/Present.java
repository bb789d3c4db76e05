package dev.lethe.fetch.download;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.Sha256;
import dev.lethe.api.data.RegularFile;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Looks whether the file that is in place already is the wanted one. */
final class Present {
  private static final int CHUNK = 1 << 20;

  private Present() {}

  /**
   * Returns the file.
   *
   * @throws LetheException if it is another one, which is not overwritten
   */
  static Downloaded check(Download download, Progress progress) {
    Path target = RegularFile.of("place of the download", download.target()).path();
    try {
      long bytes = Files.size(target);
      Long size = download.size();
      if (size != null && bytes != size) {
        throw other(download, "%d bytes were expected and %d found".formatted(size, bytes));
      }
      String sha256 = hash(target, bytes, progress);
      if (!download.accepts(sha256)) {
        throw other(
            download, "SHA-256 %s was expected and %s found".formatted(download.sha256(), sha256));
      }
      return new Downloaded(bytes, sha256, true);
    } catch (IOException e) {
      throw LetheException.cannotRead(target, e);
    }
  }

  private static LetheException other(Download download, String difference) {
    return new LetheException(
        "%s is there and is another file (%s): remove it, or choose another folder"
            .formatted(download.target(), difference));
  }

  private static String hash(Path file, long bytes, Progress progress) throws IOException {
    // Unlike a channel's stream it survives an interrupt, which the progress notices.
    try (InputStream stream = new FileInputStream(file.toFile());
        Progress.Task task = progress.begin("checking " + file, bytes)) {
      MessageDigest digest = Sha256.start();
      byte[] chunk = new byte[CHUNK];
      int n;
      while ((n = stream.read(chunk)) > 0) {
        digest.update(chunk, 0, n);
        task.advance(n);
      }
      return Sha256.end(digest);
    }
  }
}
