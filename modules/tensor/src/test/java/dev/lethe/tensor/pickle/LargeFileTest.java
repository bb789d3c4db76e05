package dev.lethe.tensor.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 5 GB, of which the file system stores only the few bytes that are written. */
class LargeFileTest {
  private static final long STORAGE_BYTES = 5_000_000_000L;
  private static final int LOCAL_BYTES = 30;

  @TempDir Path folder;

  @Test
  void theLastValuesOfALargeFileAreReadWithoutReadingTheRest() throws IOException {
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        StateDictFile file = StateDictFile.open(write())) {
      assertThat(Files.size(folder.resolve("large.pt"))).isGreaterThan(STORAGE_BYTES);
      assertThat(file.read(manager, "w").toFloatArray()).containsExactly(0, 2.5f);
    }
  }

  private Path write() throws IOException {
    byte[] pickle = pickle();
    Path path = folder.resolve("large.pt");
    try (FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
      file.write(local("large/data.pkl"));
      file.write(ByteBuffer.wrap(pickle));
      long storage = file.position();
      file.write(local("large/data/0"));
      file.position(file.position() + STORAGE_BYTES - Float.BYTES);
      file.write(bytes(Float.BYTES).putFloat(2.5f).flip());
      long table = file.position();
      file.write(central("large/data.pkl", 0, pickle.length));
      file.write(central("large/data/0", storage, STORAGE_BYTES));
      file.write(end(table, file.position()));
    }
    return path;
  }

  /** A tensor of the last two values of a storage: {@code {"w": tensor}}. */
  private static byte[] pickle() {
    long values = STORAGE_BYTES / Float.BYTES;
    ByteBuffer pickle = bytes(300);
    pickle.put(latin("\u0080\u0002}X\1\0\0\0wctorch._utils\n_rebuild_tensor_v2\n("));
    pickle.put(latin("(X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0" + "0X\3\0\0\0cpu"));
    pickle.put(latin("\u008a\10")).putLong(values).put(latin("tQ"));
    pickle.put(latin("\u008a\10")).putLong(values - 2).put(latin("K\2\u0085K\1\u0085\u0089}tRs."));
    byte[] written = new byte[pickle.flip().remaining()];
    pickle.get(written);
    return written;
  }

  private static ByteBuffer local(String name) {
    return bytes(LOCAL_BYTES + name.length())
        .putInt(0, 0x04034b50)
        .putShort(26, (short) name.length())
        .put(LOCAL_BYTES, latin(name));
  }

  private static ByteBuffer central(String name, long position, long length) {
    int extra = 46 + name.length();
    return bytes(extra + 28)
        .putInt(0, 0x02014b50)
        .putInt(20, -1)
        .putInt(24, -1)
        .putShort(28, (short) name.length())
        .putShort(30, (short) 28)
        .putInt(42, -1)
        .put(46, latin(name))
        .putShort(extra, (short) 1)
        .putShort(extra + 2, (short) 24)
        .putLong(extra + 4, length)
        .putLong(extra + 12, length)
        .putLong(extra + 20, position);
  }

  private static ByteBuffer end(long table, long position) {
    return bytes(56 + 20 + 22)
        .putInt(0, 0x06064b50)
        .putLong(32, 2)
        .putLong(40, position - table)
        .putLong(48, table)
        .putInt(56, 0x07064b50)
        .putLong(64, position)
        .putInt(76, 0x06054b50)
        .putShort(86, (short) -1)
        .putInt(88, -1)
        .putInt(92, -1);
  }

  private static ByteBuffer bytes(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
