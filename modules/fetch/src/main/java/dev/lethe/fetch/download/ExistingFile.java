package dev.lethe.fetch.download;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.io.IoFailure;
import dev.lethe.io.RegularFile;
import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks whether the file that is in place already is the wanted one. */
final class ExistingFile {
  private ExistingFile() {}

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
      String sha256 = Sha256.of(target, "checking " + target, progress);
      if (!download.accepts(sha256)) {
        throw other(
            download, "SHA-256 %s was expected and %s found".formatted(download.sha256(), sha256));
      }
      return new Downloaded(bytes, sha256, true);
    } catch (IOException e) {
      throw IoFailure.cannotRead(target, e);
    }
  }

  private static LetheException other(Download download, String difference) {
    return new LetheException(
        "%s is there and is another file (%s): remove it, or choose another folder"
            .formatted(download.target(), difference));
  }
}
