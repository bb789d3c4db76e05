package dev.lethe.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoFailureTest {
  @TempDir private Path folder;

  @Test
  void aRefusalIsAReasonAndNotOnlyAPath() {
    assertThat(IoFailure.cannotRead(Path.of("a"), new AccessDeniedException("a")))
        .hasMessage("cannot read a: permission denied");
    assertThat(IoFailure.cannotRead(Path.of("a"), new AccessDeniedException("a/b")))
        .hasMessage("cannot read a: permission denied for a/b");
    assertThat(IoFailure.cannotWrite(Path.of("a"), new NoSuchFileException("b")))
        .hasMessage("cannot write a: there is no b");
  }

  @Test
  void whatTheSystemSaysIsPutIntoWords() {
    assertThat(IoFailure.reason(new FileSystemException("a", null, "No space left on device")))
        .isEqualTo("the disk is full");
    assertThat(IoFailure.reason(new IOException("Read-only file system")))
        .isEqualTo("the file system is read-only");
    assertThat(IoFailure.reason(new FileNotFoundException("a (Too many open files)")))
        .isEqualTo("too many files are open: raise the limit (ulimit -n)");
    assertThat(IoFailure.reason(new MalformedInputException(1))).isEqualTo("it is not valid UTF-8");
    assertThat(IoFailure.reason(new IOException("one\n  two"))).isEqualTo("one two");
    assertThat(IoFailure.reason(new IOException())).isEqualTo("IOException");
  }

  @Test
  void aFolderAndALongNameAreSaidAsTheRealSystemRefusesThem() {
    assertThat(refusal(folder)).isEqualTo("it is a folder");
    assertThat(refusal(folder.resolve("x".repeat(300)))).isEqualTo("the name is too long");
    assertThat(refusal(folder.resolve("no").resolve("file")))
        .isEqualTo("there is no such file or folder");
  }

  private static String refusal(Path path) {
    try {
      Files.write(path, new byte[1]);
    } catch (IOException e) {
      return IoFailure.reason(e, path);
    }
    throw new AssertionError(path + " was written");
  }
}
