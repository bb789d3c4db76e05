package dev.lethe.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RegularFileTest {
  private static final int MOST = 2_000_000;

  @TempDir Path folder;

  @Test
  void aTextIsReadWithoutItsByteOrderMark() throws IOException {
    Path file = Files.writeString(folder.resolve("names.txt"), "\uFEFFZoë\nBo\n");

    assertThat(text(file)).isEqualTo("Zoë\nBo\n");
  }

  @Test
  void aLinkStandsForTheFileItLeadsTo() throws IOException {
    Path file = Files.writeString(folder.resolve("names.txt"), "Bo");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    assertThat(text(link)).isEqualTo("Bo");
  }

  @Test
  void aFileThatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> text(folder.resolve("none")))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("names: there is no file " + folder.resolve("none"));
  }

  @Test
  void aLinkThatLeadsNowhereIsNotFoundAndCalledSo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("none"));
    Path circle = Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));

    for (Path each : new Path[] {link, circle}) {
      assertThatThrownBy(() -> text(each))
          .isInstanceOf(NotFoundException.class)
          .hasMessage("names: " + each + " is a link that leads nowhere");
    }
  }

  @Test
  void aFolderIsRefused() {
    refuses(folder, "names: " + folder + " is a folder; expected a file");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDeviceThatNeverEndsIsRefused() {
    refuses(Path.of("/dev/zero"), "names: /dev/zero is a device, a pipe or a socket");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeThatNobodyWritesToIsRefused() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    refuses(pipe, "is a device, a pipe or a socket; expected a regular file");
  }

  @Test
  void aSocketIsRefused() throws IOException {
    Path socket = folder.resolve("socket");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));

      refuses(socket, "is a device, a pipe or a socket");
    }
  }

  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
    Path file = folder.resolve("sparse");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }

    assertThatThrownBy(() -> text(file))
        .isInstanceOf(LetheException.class)
        .hasMessage("names: %s has more than 2000000 bytes; expected a smaller file", file);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatHoldsMoreThanItsLengthSaysIsReadWhole() {
    assertThat(text(Path.of("/proc/self/status"))).contains("VmRSS");
  }

  @Test
  void aLineWithoutAnEndIsNamedByItsNumber() throws IOException {
    Path file = folder.resolve("long");
    Files.writeString(file, "Bo\n" + "x".repeat(RegularFile.LONGEST_LINE) + "\n");
    assertThat(text(file)).hasSize(RegularFile.LONGEST_LINE + 4);

    Files.writeString(file, "Bo\r\n" + "x".repeat(RegularFile.LONGEST_LINE + 1));
    assertThatThrownBy(() -> text(file))
        .hasMessage(
            "names: %s, line 2: expected a line break, found more than 1000000 bytes without one",
            file);
  }

  @Test
  void aDocumentMayBeOneLine() throws IOException {
    Path file = folder.resolve("long");
    Files.writeString(file, "\ufeff" + "x".repeat(RegularFile.LONGEST_LINE + 1));
    assertThat(RegularFile.of("names", file).document(MOST)).hasSize(RegularFile.LONGEST_LINE + 1);

    Files.writeString(file, "x".repeat(MOST + 1));
    assertThatThrownBy(() -> RegularFile.of("names", file).document(MOST))
        .hasMessage("names: %s has more than 2000000 bytes; expected a smaller file", file);
  }

  @Test
  void anotherEncodingIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("latin.txt"), new byte[] {'R', (byte) 0xe9});

    assertThatThrownBy(() -> text(file))
        .isInstanceOf(LetheException.class)
        .hasMessageStartingWith(
            "names: " + file + ", line 1: expected UTF-8, found another encoding");
  }

  private static String text(Path path) {
    return RegularFile.of("names", path).text(MOST);
  }

  private static void refuses(Path path, String message) {
    assertThatThrownBy(() -> RegularFile.of("names", path))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }
}
