package dev.lethe.fetch.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.fetch.catalogue.ArchiveFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackerTest {
  private static final Mark MARK = new Mark(URI.create("http://a/b.zip"), null);

  private static final Map<String, String> TEXTS =
      new LinkedHashMap<>(Map.of("a.txt", "first", "deep/er/b.txt", "second"));

  @TempDir private Path folder;

  private Path unpack(Path archive, ArchiveFormat format) {
    Path to = folder.resolve("to");
    Unpacker.unpack(archive, format, to, MARK, Progress.silent());
    return to;
  }

  private void refuse(Path archive, ArchiveFormat format, String reason) throws IOException {
    assertThatThrownBy(() -> unpack(archive, format))
        .isInstanceOf(LetheException.class)
        .hasMessageStartingWith("cannot unpack " + archive)
        .hasMessageContaining(reason);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(archive);
    }
  }

  @Test
  void zipAndTarAndCompressedTarAreUnpacked() throws IOException {
    List<Path> unpacked =
        List.of(
            Archives.zip(folder.resolve("1"), TEXTS),
            Archives.tar(folder.resolve("2"), TEXTS),
            Archives.tarGz(folder.resolve("3"), TEXTS),
            Archives.tarZst(folder.resolve("4"), TEXTS));
    for (Path archive : unpacked) {
      boolean zip = archive.endsWith("1");
      Path to = unpack(archive, zip ? ArchiveFormat.ZIP : ArchiveFormat.TAR);
      assertThat(to.resolve("a.txt")).hasContent("first");
      assertThat(to.resolve("deep/er/b.txt")).hasContent("second");
      Files.move(to, folder.resolve("done" + archive.getFileName()));
    }
  }

  @Test
  void aFolderThatHoldsEverythingIsLeftOut() throws IOException {
    Path archive =
        Archives.zip(folder.resolve("z"), Map.of("val2014/x/1.txt", "1", "val2014/2.txt", "2"));
    Path to = unpack(archive, ArchiveFormat.ZIP);
    assertThat(to.resolve("x/1.txt")).hasContent("1");
    assertThat(to.resolve("2.txt")).hasContent("2");
    assertThat(folder.resolve(".to.part")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../out.txt",
        "a/../../out.txt",
        "/out.txt",
        "a\\..\\out.txt",
        "C:out.txt",
        "a/..",
        "b/../c"
      })
  void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
    refuse(Archives.zip(folder.resolve("z"), Map.of(name, "x")), ArchiveFormat.ZIP, "a name in it");
    Files.delete(folder.resolve("z"));
    refuse(Archives.tar(folder.resolve("t"), Map.of(name, "x")), ArchiveFormat.TAR, "a name in it");
  }

  @Test
  void linksAndDevicesAreRefused() throws IOException {
    refuse(Archives.zipOfLink(folder.resolve("l")), ArchiveFormat.ZIP, "'link' in it is a link");
    byte[] types = {
      TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO, TarConstants.LF_CHR
    };
    for (byte type : types) {
      refuse(Archives.tarOfLink(folder.resolve("l"), type), ArchiveFormat.TAR, "'link' in it is a");
    }
  }

  @Test
  void aNameThatOccursTwiceIsRefused() throws IOException {
    Map<String, String> twice = new LinkedHashMap<>();
    twice.put("a", "1");
    twice.put("./a", "2");
    refuse(Archives.tar(folder.resolve("t"), twice), ArchiveFormat.TAR, "'./a' is in it twice");
  }

  @Test
  void aBombIsRefused() throws IOException {
    Path bomb = Archives.zip(folder.resolve("z"), Map.of("zeros", "0".repeat(5_000_000)));
    assertThat(Files.size(bomb)).isLessThan(20_000);
    refuse(bomb, ArchiveFormat.ZIP, "it grows to more than 100 times its size");
  }

  @Test
  void whatIsNoArchiveIsRefused() throws IOException {
    Path html = Files.writeString(folder.resolve("h"), "<html>not found</html>");
    refuse(html, ArchiveFormat.ZIP, "");
    refuse(html, ArchiveFormat.TAR, "");
  }

  @Test
  void damagedArchivesEndInOneLine() throws IOException {
    byte[] zip = Files.readAllBytes(Archives.zip(folder.resolve("z"), TEXTS));
    byte[] tar = Files.readAllBytes(Archives.tarGz(folder.resolve("t"), TEXTS));
    Files.delete(folder.resolve("z"));
    Files.delete(folder.resolve("t"));
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      boolean isZip = i % 2 == 0;
      byte[] whole = isZip ? zip : tar;
      byte[] damaged = Arrays.copyOf(whole, whole.length - random.nextInt(whole.length / 2));
      for (int flips = random.nextInt(4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Path file = Files.write(folder.resolve("d"), damaged);
      Path to = folder.resolve("to" + i);
      try {
        Unpacker.unpack(
            file, isZip ? ArchiveFormat.ZIP : ArchiveFormat.TAR, to, MARK, Progress.silent());
      } catch (LetheException e) {
        assertThat(e).hasMessageStartingWith("cannot unpack ");
        assertThat(to).doesNotExist();
      }
      assertThat(folder.resolve(".to" + i + ".part")).doesNotExist();
    }
  }

  @Test
  void anInterruptLeavesNothingHalf() throws IOException {
    Path archive = Archives.zip(folder.resolve("z"), TEXTS);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> unpack(archive, ArchiveFormat.ZIP))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.resolve("to")).doesNotExist();
    assertThat(folder.resolve(".to.part")).doesNotExist();
  }

  @Test
  void whatAKilledProcessLeftIsReplaced() throws IOException {
    Path left = folder.resolve(".to.part/deep/old.txt");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "old");
    Path to = unpack(Archives.zip(folder.resolve("z"), TEXTS), ArchiveFormat.ZIP);
    assertThat(to.resolve("a.txt")).hasContent("first");
    assertThat(to.resolve("deep/old.txt")).doesNotExist();
  }
}
