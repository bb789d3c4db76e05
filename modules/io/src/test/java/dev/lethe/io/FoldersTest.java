package dev.lethe.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir private Path folder;

  @Test
  void aFolderIsRemovedAndWhatItsLinksLeadToStays() throws IOException {
    Path outside = Files.write(folder.resolve("outside"), new byte[] {1});
    Path removed = Files.createDirectories(folder.resolve("removed/deep/deeper"));
    Files.write(removed.resolve("file"), new byte[] {2});
    Files.createSymbolicLink(removed.resolve("link"), outside);
    Files.createSymbolicLink(removed.resolve("nowhere"), folder.resolve("no"));
    Folders.remove(folder.resolve("removed"));
    Folders.remove(folder.resolve("removed"));
    assertThat(folder.toFile().list()).containsExactly("outside");
  }

  @Test
  void aFolderThatSomebodyElseRemovesAtTheSameTimeIsReadAndRemoved() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    try {
      for (int i = 0; i < 200; i++) {
        Path shared = filled(folder.resolve("shared" + i));
        Future<?> other = pool.submit(() -> Folders.remove(shared));
        assertThatCode(() -> Folders.list(shared.resolve("b"))).doesNotThrowAnyException();
        if (Files.exists(shared)) {
          assertThatCode(() -> Folders.remove(shared)).doesNotThrowAnyException();
        }
        other.get();
        assertThat(shared).doesNotExist();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void filesAreListedWhileSomebodyRemovesSomeOfThem() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    try {
      for (int i = 0; i < 200; i++) {
        Path root = folder.resolve("root" + i);
        Path inner = filled(root.resolve("inner"));
        Path stays = Files.write(root.resolve("stays"), new byte[] {1});
        Future<?> other = pool.submit(() -> Folders.remove(inner));
        assertThat(Folders.files(root)).contains(stays);
        other.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aFolderThatIsNotThereHasNoFilesToList() {
    assertThatThrownBy(() -> Folders.files(folder.resolve("no")))
        .isInstanceOf(LetheException.class)
        .hasMessage("cannot read %s: there is no such file or folder", folder.resolve("no"));
    assertThat(Folders.list(folder.resolve("no"))).isEmpty();
  }

  @Test
  void unfinishedFilesAreSweptHoweverDeepTheyLie() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("a/b/c"));
    Path left = Files.createFile(deep.resolve("result.json.4711.tmp"));
    Path whole = Files.createFile(deep.resolve("result.json"));
    Folders.sweep(folder);
    assertThat(left).doesNotExist();
    assertThat(whole).exists();
  }

  private static Path filled(Path folder) {
    try {
      for (String each : new String[] {"a", "b", "c"}) {
        Files.createDirectories(folder.resolve(each));
        for (int i = 0; i < 5; i++) {
          Files.createFile(folder.resolve(each).resolve("file" + i));
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
