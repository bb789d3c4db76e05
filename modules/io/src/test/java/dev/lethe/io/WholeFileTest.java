package dev.lethe.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void aFileIsReplacedAndNothingUnfinishedStaysBesideIt() {
    Path file = folder.resolve("a").resolve("b.json");
    WholeFile.write(file, new byte[] {1});
    WholeFile.write(file, new byte[] {2, 3});
    assertThat(file).hasBinaryContent(new byte[] {2, 3});
    assertThat(file.getParent()).isDirectoryContaining(file::equals);
    assertThat(file.getParent().toFile().list()).hasSize(1);
  }

  @Test
  void whoIsInterruptedStillWritesTheWholeFile() {
    Thread.currentThread().interrupt();
    WholeFile.write(folder.resolve("a"), new byte[] {1, 2});
    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.resolve("a")).hasBinaryContent(new byte[] {1, 2});
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() {
    Path taken = folder.resolve("taken");
    assertThat(taken.resolve("inner").toFile().mkdirs()).isTrue();
    assertThatThrownBy(() -> WholeFile.write(taken, new byte[1]))
        .isInstanceOf(LetheException.class)
        .hasMessageStartingWith("cannot write " + taken + ": ");
    assertThat(folder.toFile().list()).containsExactly("taken");
  }

  @Test
  void aFolderGetsItsNameWithAllItHolds() throws IOException {
    Path unfinished = Files.createDirectories(folder.resolve("x.part").resolve("in")).getParent();
    Files.write(unfinished.resolve("in").resolve("file"), new byte[] {7});
    WholeFile.moveIntoPlace(unfinished, folder.resolve("x"));
    assertThat(folder.resolve("x/in/file")).hasBinaryContent(new byte[] {7});
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void whatADeadProcessLeftIsSweptAndWhatALivingOneWritesStays() throws IOException {
    Path dead = Files.write(folder.resolve("report.json.8364.tmp"), new byte[3]);
    Path living = Files.write(folder.resolve("report.json.555.tmp"), new byte[3]);
    Path other = Files.write(folder.resolve("notes.tmp"), new byte[3]);
    try (FileChannel channel = FileChannel.open(living, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      WholeFile.sweep(folder);
    }
    assertThat(dead).doesNotExist();
    assertThat(living).exists();
    assertThat(other).exists();
    WholeFile.sweep(folder);
    assertThat(living).doesNotExist();
  }

  @Test
  void whoSweepsBesideAWriterOfTheSameProcessDoesNotLetAnotherProcessSweepIt() throws IOException {
    Path living = folder.resolve("report.json.555.tmp");
    try (LockHolder writer = LockHolder.start(living)) {
      assertThat(writer.ask("take")).isEqualTo("got it");
      assertThat(writer.ask("sweep")).isEqualTo("swept");
      WholeFile.sweep(folder);
      assertThat(living).exists();
    }
  }
}
