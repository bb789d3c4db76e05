package dev.lethe.data.inventory;

import dev.lethe.data.image.PathImage;
import dev.lethe.io.FileStamp;
import dev.lethe.io.IoFailure;
import dev.lethe.tensor.memory.PictureMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One look at a file that may be a picture.
 *
 * @param picture which file
 * @param decoding the memory to try to decode it in, if it is to be tried
 * @param before what was known of it, or null
 */
record FileInspection(
    PathImage picture, Optional<PictureMemory> decoding, @Nullable KnownFile before)
    implements Callable<FileInspection.Result> {

  /**
   * What a look gave.
   *
   * @param seen what is known now
   * @param isLasting whether that holds as long as the file's stamp stays the same
   */
  record Result(KnownFile seen, boolean isLasting) {}

  @Override
  public Result call() {
    Path file = picture.file();
    try {
      FileStamp stamp = FileStamp.of(file);
      boolean known = before != null && before.stamp().equals(stamp.text());
      if (known && (before.decoded() || decoding.isEmpty() || !before.picture())) {
        return new Result(before, true);
      }
      KnownFile seen = seen(stamp, known ? before.sha256() : null);
      return new Result(seen, stamp.isSettled() && stamp.equals(FileStamp.of(file)));
    } catch (IOException e) {
      throw IoFailure.cannotRead(file, e);
    }
  }

  private KnownFile seen(FileStamp stamp, @Nullable String known) {
    Optional<String> other = picture.otherFormat();
    if (other.isPresent()) {
      return new KnownFile(stamp.text(), "", false, decoding.isPresent(), other.get());
    }
    String sha256 = known == null ? picture.sha256() : known;
    Optional<String> problem = decoding.flatMap(m -> m.decode(picture, picture::problem));
    return new KnownFile(stamp.text(), sha256, true, decoding.isPresent(), problem.orElse(null));
  }
}
