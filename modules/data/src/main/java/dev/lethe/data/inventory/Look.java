package dev.lethe.data.inventory;

import dev.lethe.api.LetheException;
import dev.lethe.api.Sha256;
import dev.lethe.api.data.FileStamp;
import dev.lethe.data.image.PathImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One look at a file that may be a picture.
 *
 * @param picture which file
 * @param decoding whether to try to decode it
 * @param before what was known of it, or null
 */
record Look(PathImage picture, boolean decoding, @Nullable Seen before)
    implements Callable<Look.Result> {

  /**
   * What a look gave.
   *
   * @param seen what is known now
   * @param isLasting whether that holds as long as the file's stamp stays the same
   */
  record Result(Seen seen, boolean isLasting) {}

  @Override
  public Result call() {
    Path file = picture.path();
    try {
      FileStamp stamp = FileStamp.of(file);
      boolean known = before != null && before.stamp().equals(stamp.text());
      if (known && (before.decoded() || !decoding || !before.picture())) {
        return new Result(before, true);
      }
      Seen seen = seen(stamp, known ? before.sha256() : null);
      return new Result(seen, stamp.isSettled() && stamp.equals(FileStamp.of(file)));
    } catch (IOException e) {
      throw LetheException.cannotRead(file, e);
    }
  }

  private Seen seen(FileStamp stamp, @Nullable String known) throws IOException {
    Optional<String> other = picture.otherFormat();
    if (other.isPresent()) {
      return new Seen(stamp.text(), "", false, decoding, other.get());
    }
    String sha256 = known == null ? hash(picture.path()) : known;
    String problem = decoding ? picture.problem().orElse(null) : null;
    return new Seen(stamp.text(), sha256, true, decoding, problem);
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = Sha256.start();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return Sha256.end(digest);
  }
}
