package dev.lethe.tensor.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedPartsTest {
  private static final Path MAPPINGS = Path.of("/proc/self/maps");
  private static final int PART = 1 << 20;

  @TempDir Path folder;

  @Test
  void nothingOfALargeFileStaysMappedAfterItIsClosed() throws IOException, InterruptedException {
    assumeTrue(Files.isReadable(MAPPINGS), "this system does not list what a process maps");
    Path file = folder.resolve("large.bin");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(80L * PART);
    }
    try (MappedParts parts = MappedParts.open(file, (channel, opened) -> opened)) {
      for (int part = 0; part < 80; part++) {
        assertThat(parts.map((long) part * PART, PART).get(0)).isZero();
      }
      assertThat(mappingsOf(file)).isNotEmpty();
    }
    for (int tries = 0; tries < 2400 && !mappingsOf(file).isEmpty(); tries++) {
      Thread.sleep(50); // the thread that unmaps runs on its own
    }
    assertThat(mappingsOf(file)).isEmpty();
  }

  @Test
  void aFileWhoseContentIsRefusedIsClosed() throws IOException {
    Path file = Files.writeString(folder.resolve("refused.bin"), "content");
    List<FileChannel> opened = new ArrayList<>();
    assertThatThrownBy(
            () ->
                MappedParts.open(
                    file,
                    (channel, parts) -> {
                      opened.add(channel);
                      throw new IOException("refused");
                    }))
        .isInstanceOf(LetheException.class)
        .hasMessage("cannot read %s: refused", file);
    assertThat(opened).singleElement().matches(channel -> !channel.isOpen());
  }

  private static List<String> mappingsOf(Path file) throws IOException {
    return Files.readAllLines(MAPPINGS).stream().filter(m -> m.endsWith(file.toString())).toList();
  }
}
