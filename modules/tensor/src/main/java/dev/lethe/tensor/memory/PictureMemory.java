package dev.lethe.tensor.memory;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.settings.ByteSize;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Memory in which several threads decode pictures. Who needs more than is left waits until others
 * are done, so that fewer pictures are decoded at a time, or one.
 */
public final class PictureMemory {
  /** What Java's collector finds room for in one piece, beside all else that is kept. */
  private static final int SHARE_OF_HEAP = 2;

  /** What is counted: a permit of a semaphore stands for so many bytes. */
  private static final long UNIT = 1 << 10;

  private final ByteSize most;
  private final String remedy;
  private final int units;
  private final Semaphore free;

  private PictureMemory(ByteSize most, String remedy) {
    this.most = most;
    this.remedy = remedy;
    units = (int) Math.min(Integer.MAX_VALUE, most.bytes() / UNIT);
    free = new Semaphore(units, true);
  }

  /** Takes a share of the run's memory, or half of Java's heap where that is less. */
  public static PictureMemory within(ByteSize share) {
    ByteSize heap = new ByteSize(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    return share.compareTo(heap) < 0
        ? new PictureMemory(share, "raise max-memory")
        : new PictureMemory(heap, "give Java more, such as LETHE_JAVA_OPTS=-Xmx8g");
  }

  /** Takes half of Java's heap. */
  public static PictureMemory ofHeap() {
    return within(new ByteSize(Long.MAX_VALUE));
  }

  /**
   * Does something for which a picture is decoded, when there is room for it.
   *
   * @return what the work returns
   * @throws LetheException if the picture alone needs more than all there is
   * @throws CancelledException if the thread is interrupted while it waits
   */
  public <T> T decode(ImageFile picture, Supplier<T> work) {
    long bytes = picture.memory();
    long needed = bytes / UNIT + 1;
    if (needed > units) {
      throw new LetheException(
          "%s takes %s of memory while it is decoded, and there are %s: %s, or make the picture smaller"
              .formatted(picture.name(), new ByteSize(bytes), most, remedy));
    }
    try {
      free.acquire((int) needed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
    try {
      return work.get();
    } finally {
      free.release((int) needed);
    }
  }
}
